import { EVALUATION_VOIDED_REASONS } from '@minutier/candidacy';
import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

/** What is voided whole, a sheet or a group's work, reaches its files by reaction: nobody gives these reasons by hand. */
type ByReaction = 'sheet-voided' | 'group-work-voided';
export type VoidingReason = Exclude<(typeof EVALUATION_VOIDED_REASONS)[number], ByReaction>;
const VOIDING_REASONS = EVALUATION_VOIDED_REASONS.filter(
  (reason): reason is VoidingReason => reason !== 'sheet-voided' && reason !== 'group-work-voided',
);

/** Voids an evaluation: it counts for nothing, stays readable, and its place is filled again under the next entry. */
export class VoidEvaluation extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The evaluation.' })
  readonly evaluationId!: string;

  @IdField({ description: 'The sanction that this carries out; required for fraud.', optional: true })
  readonly sanctionId?: string;

  @ChoiceField(VOIDING_REASONS, { description: 'Why.', example: 'recorded-in-error' })
  readonly reason!: VoidingReason;
}
