import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CodeField, IdField } from '@minutier/intake';

import { WITHDRAWAL_REVOKED_REASONS } from '../enrolment.events.js';

/** Takes a withdrawal back: the candidacy was never interrupted. */
export class RevokeWithdrawal extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CodeField({ description: 'Where the letter is filed.', example: 'RETRACT-2019-001', optional: true })
  readonly document?: string;

  @ChoiceField(WITHDRAWAL_REVOKED_REASONS, { description: 'Why.', example: 'request-of-candidate' })
  readonly reason!: (typeof WITHDRAWAL_REVOKED_REASONS)[number];
}
