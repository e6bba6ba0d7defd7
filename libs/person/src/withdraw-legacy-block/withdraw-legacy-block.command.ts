import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { LEGACY_BLOCK_WITHDRAWAL_REASONS } from '../award.events.js';

/** Withdraws a block that was registered wrongly from before this ledger. */
export class WithdrawLegacyBlock extends ReasonedAct {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @IdField({ description: 'The award.' })
  readonly awardId!: string;

  @ChoiceField(LEGACY_BLOCK_WITHDRAWAL_REASONS, { description: 'Why.', example: 'recorded-in-error' })
  readonly reason!: (typeof LEGACY_BLOCK_WITHDRAWAL_REASONS)[number];
}
