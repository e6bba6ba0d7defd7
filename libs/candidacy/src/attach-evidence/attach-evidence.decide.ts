import { type Decision, derivedId, isRefusal, refuse } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { refusedAbsent } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy, Evidence } from '../enrolled-candidacy.js';
import { type FileRefusal, type NamedFile, refusedFile } from '../evidence-refusals.js';
import type { AttachEvidence } from './attach-evidence.command.js';

export type AttachEvidenceRefusal =
  | 'CANDIDACY_NOT_FOUND'
  | 'SUBJECT_OF_EVIDENCE_UNKNOWN'
  | 'EVIDENCE_ALREADY_ATTACHED'
  | 'EVIDENCE_FILE_TAKEN'
  | FileRefusal;

/** A piece lies under one fact of the file that it is put in; of the file itself, its keyed digest is stated here. */
export function attachEvidence(
  { context, about, what, mediaType, retentionClass }: AttachEvidence,
  candidacy: Candidacy,
  file: NamedFile,
): Decision<CandidacyEvent, AttachEvidenceRefusal> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (!isInFile(about, candidacy))
    return refuse(
      'SUBJECT_OF_EVIDENCE_UNKNOWN',
      '/about/id',
      'Le dossier du candidat n’a rien de ce genre sous cet identifiant.',
      'The candidate’s file has nothing of that kind under this id.',
    );
  if (isRefusal(file)) return file;
  const refusal = refusedFile(file, about, candidacy);
  if (refusal) return refusal;
  const { digest, sizeBytes, place } = file;
  return [
    {
      type: 'EvidenceAttached',
      data: {
        evidenceId: derivedId('evidence', context.commandId),
        about: { kind: about.kind, id: about.id },
        what,
        digest,
        mediaType,
        sizeBytes,
        place,
        retentionClass,
      },
    },
  ];
}

/** Evaluations that are voided or given away stay supported: their papers are what is asked for first. */
function isInFile({ kind, id }: Evidence['about'], candidacy: EnrolledCandidacy): boolean {
  switch (kind) {
    case 'evaluation':
      return candidacy.evaluations.has(id) || candidacy.ended.has(id);
    case 'enrolment':
      return id === candidacy.candidacyId;
    case 'equivalence':
      return candidacy.equivalences.has(id);
    case 'validation-file':
      return candidacy.validationFiles.has(id);
    case 'incident':
      return candidacy.incidents.has(id);
    case 'sanction':
      return candidacy.sanctions.has(id);
    case 'summons':
      return candidacy.summonses.has(id);
    case 'accommodation':
      return candidacy.accommodations.has(id);
    case 'decision':
    case 'appeal':
      // No jury decides yet, so nothing has such an id.
      return false;
  }
}
