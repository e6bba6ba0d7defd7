import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CodeField, IdField, ObjectField } from '@minutier/intake';

import { EVIDENCE_REPLACED_REASONS } from '../discipline.events.js';
import { type EvidenceReceipt, KeptElsewhereInput } from '../evidence-input.js';

/** Puts a better, or the right, file in the place of a piece; both stay named. */
export class ReplaceEvidence extends ReasonedAct<EvidenceReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The piece that is replaced.' })
  readonly evidenceId!: string;

  @CodeField({ description: 'Media type of the new file.', example: 'application/pdf' })
  readonly mediaType!: string;

  @IdField({ description: 'The new file, sent here before.', optional: true })
  readonly fileId?: string;

  @ObjectField(() => KeptElsewhereInput, {
    description: 'Or the new file, kept in a store of the institution.',
    optional: true,
  })
  readonly keptElsewhere?: KeptElsewhereInput;

  @ChoiceField(EVIDENCE_REPLACED_REASONS, { description: 'Why.', example: 'unreadable' })
  readonly reason!: (typeof EVIDENCE_REPLACED_REASONS)[number];
}
