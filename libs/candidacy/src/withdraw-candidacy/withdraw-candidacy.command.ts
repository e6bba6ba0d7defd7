import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField } from '@minutier/intake';

import { WITHDRAWN_REASONS } from '../enrolment.events.js';

/** Records that the candidate gives up, or will not come any more. */
export class WithdrawCandidacy extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'Day from which it holds.', example: '2019-03-15' })
  readonly effectiveOn!: string;

  @CodeField({ description: 'Where the letter is filed.', example: 'DEMISSION-2019-002', optional: true })
  readonly document?: string;

  @ChoiceField(WITHDRAWN_REASONS, { description: 'Why.', example: 'request-of-candidate' })
  readonly reason!: (typeof WITHDRAWN_REASONS)[number];
}
