import { BLIND_MARK_WITHDRAWN_REASONS } from '@minutier/candidacy';
import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

/** Takes back a blind mark before the last is in; its assessor may submit another. */
export class WithdrawBlindMark extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The evaluation to which the mark belongs, as its submission answered it.' })
  readonly evaluationId!: string;

  @IdField({ description: 'The assessor whose mark it is.' })
  readonly assessorId!: string;

  @ChoiceField(BLIND_MARK_WITHDRAWN_REASONS, { description: 'Why.', example: 'keying-error' })
  readonly reason!: (typeof BLIND_MARK_WITHDRAWN_REASONS)[number];
}
