import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, derivedId, isRefusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { refusedAbsent } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import {
  type FileRefusal,
  type NamedFile,
  refusedFile,
  refusedUnknown,
  refusedWithdrawn,
} from '../evidence-refusals.js';
import type { ReplaceEvidence } from './replace-evidence.command.js';

export type ReplaceEvidenceRefusal =
  | 'CANDIDACY_NOT_FOUND'
  | 'EVIDENCE_UNKNOWN'
  | 'EVIDENCE_ALREADY_REPLACED'
  | 'EVIDENCE_ALREADY_WITHDRAWN'
  | 'EVIDENCE_ALREADY_ATTACHED'
  | 'EVIDENCE_FILE_TAKEN'
  | FileRefusal;

/** A file takes the place of another under the same fact, with a reason; the one of before stays named. */
export function replaceEvidence(
  command: SealedCommand<ReplaceEvidence>,
  candidacy: Candidacy,
  file: NamedFile,
): Decision<CandidacyEvent, ReplaceEvidenceRefusal> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const { context, evidenceId: replaces, mediaType, authority } = command;
  const piece = candidacy.evidence.get(replaces);
  if (!piece) return refusedUnknown();
  if (piece.standing === 'replaced')
    return refuse(
      'EVIDENCE_ALREADY_REPLACED',
      undefined,
      'Cette pièce est déjà remplacée : remplacez celle qui a pris sa place.',
      'This piece is replaced already: replace the one that took its place.',
    );
  const withdrawn = refusedWithdrawn(piece);
  if (withdrawn) return withdrawn;
  if (isRefusal(file)) return file;
  const refusal = refusedFile(file, piece.about, candidacy);
  if (refusal) return refusal;
  const { digest, sizeBytes, place } = file;
  return [
    {
      type: 'EvidenceReplaced',
      data: {
        evidenceId: derivedId('evidence', context.commandId),
        replaces,
        digest,
        mediaType,
        sizeBytes,
        place,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}
