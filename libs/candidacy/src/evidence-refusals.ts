import { type KeyedDigest, type Refusal, refuse } from '@minutier/ledger';

import type { EnrolledCandidacy, Evidence } from './enrolled-candidacy.js';

export type FileRefusal = 'EVIDENCE_FILE_UNNAMED' | 'EVIDENCE_FILE_UNKNOWN';

/** A file as an event names it, or why there is none. */
export type NamedFile =
  | { readonly digest: KeyedDigest; readonly sizeBytes: number; readonly place: string; readonly isOurs: boolean }
  | Refusal<FileRefusal>;

/** A piece is named by the id that its attaching answered. */
export function refusedUnknown(): Refusal<'EVIDENCE_UNKNOWN'> {
  return refuse(
    'EVIDENCE_UNKNOWN',
    undefined,
    'Cette pièce n’est pas dans le dossier du candidat.',
    'This piece is not in the candidate’s file.',
  );
}

/** The piece was withdrawn: nothing follows on it but its destruction. */
export function refusedWithdrawn({ standing }: Evidence): Refusal<'EVIDENCE_ALREADY_WITHDRAWN'> | undefined {
  if (standing !== 'withdrawn') return undefined;
  return refuse(
    'EVIDENCE_ALREADY_WITHDRAWN',
    undefined,
    'Cette pièce est déjà retirée.',
    'This piece is withdrawn already.',
  );
}

/**
 * Why a file cannot lie under a fact: it does already, or it is the file of another piece. One file of ours lies under
 * one piece, so that the destruction of a piece never takes another's.
 */
export function refusedFile(
  { digest, place, isOurs }: Exclude<NamedFile, Refusal>,
  about: Evidence['about'],
  { evidence }: EnrolledCandidacy,
): Refusal<'EVIDENCE_ALREADY_ATTACHED' | 'EVIDENCE_FILE_TAKEN'> | undefined {
  const pieces = [...evidence.values()];
  const isThere = pieces.some(
    (piece) =>
      piece.standing === 'attached' &&
      !piece.purged &&
      piece.about.kind === about.kind &&
      piece.about.id === about.id &&
      piece.digest.value === digest.value,
  );
  if (isThere)
    return refuse(
      'EVIDENCE_ALREADY_ATTACHED',
      undefined,
      'Ce fichier est déjà versé à l’appui de ce fait.',
      'This file supports this fact already.',
    );
  if (isOurs && pieces.some((piece) => piece.place === place))
    return refuse(
      'EVIDENCE_FILE_TAKEN',
      '/fileId',
      'Ce fichier est celui d’une autre pièce : envoyez-le de nouveau pour celle-ci.',
      'This is the file of another piece: send it again for this one.',
    );
  return undefined;
}
