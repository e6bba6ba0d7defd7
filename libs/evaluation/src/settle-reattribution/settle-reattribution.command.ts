import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { REATTRIBUTION_SETTLED_REASONS, REATTRIBUTION_SETTLEMENTS } from '../reattribution.events.js';

/** Settles what a file refused: its moves are tried again, undone by the contrary decision, or recorded otherwise. */
export class SettleReattribution extends ActOfAuthority {
  @IdField({ description: 'The reattribution.' })
  readonly reattributionId!: string;

  @IdField({ description: 'The file that refused.' })
  readonly candidacyId!: string;

  @ChoiceField(REATTRIBUTION_SETTLEMENTS, { description: 'How.', example: 'tried-again' })
  readonly settlement!: (typeof REATTRIBUTION_SETTLEMENTS)[number];

  @IdField({ description: 'The contrary decision; given exactly when it was reversed.', optional: true })
  readonly reversedBy?: string;

  @ChoiceField(REATTRIBUTION_SETTLED_REASONS, { description: 'Why.', example: 'cause-removed' })
  readonly reason!: (typeof REATTRIBUTION_SETTLED_REASONS)[number];
}
