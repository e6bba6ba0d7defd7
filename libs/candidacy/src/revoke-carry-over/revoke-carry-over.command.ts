import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { CARRY_OVER_REVOKED_REASONS } from '../recognition.events.js';

/** Makes a block carried over count no more. */
export class RevokeCarryOver extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The carry-over.' })
  readonly carryOverId!: string;

  @ChoiceField(CARRY_OVER_REVOKED_REASONS, { description: 'Why.', example: 'award-annulled' })
  readonly reason!: (typeof CARRY_OVER_REVOKED_REASONS)[number];
}
