import { ChoiceField, CodeField, IdField, ObjectField, RecordedCommand } from '@minutier/intake';

import { EVIDENCE_KINDS, EVIDENCE_SUBJECTS } from '../discipline.events.js';
import { type EvidenceReceipt, KeptElsewhereInput } from '../evidence-input.js';

export class EvidenceSubjectInput {
  @ChoiceField(EVIDENCE_SUBJECTS, { description: 'What it supports.', example: 'evaluation' })
  readonly kind!: (typeof EVIDENCE_SUBJECTS)[number];

  @IdField({ description: 'Its identifier; of an enrolment, the candidacy’s.' })
  readonly id!: string;
}

/** Puts a piece under a mark or a fact of a candidate’s file: copy, grid, report, recording, scan. */
export class AttachEvidence extends RecordedCommand<EvidenceReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ObjectField(() => EvidenceSubjectInput, { description: 'What it supports.' })
  readonly about!: EvidenceSubjectInput;

  @ChoiceField(EVIDENCE_KINDS, { description: 'What it is.', example: 'copy' })
  readonly what!: (typeof EVIDENCE_KINDS)[number];

  @CodeField({ description: 'Media type.', example: 'application/pdf' })
  readonly mediaType!: string;

  @CodeField({ description: 'Class of the rules that says how long it is kept.', example: 'copies' })
  readonly retentionClass!: string;

  @IdField({ description: 'The file, sent here before.', optional: true })
  readonly fileId?: string;

  @ObjectField(() => KeptElsewhereInput, {
    description: 'Or the file, kept in a store of the institution.',
    optional: true,
  })
  readonly keptElsewhere?: KeptElsewhereInput;
}
