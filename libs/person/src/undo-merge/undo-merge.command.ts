import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { MERGE_UNDOING_REASONS } from '../merge.events.js';

/** Says that they were two after all: everybody gets back his own. */
export class UndoMerge extends ReasonedAct {
  @IdField({ description: 'The person who was absorbed.' })
  readonly personId!: string;

  @ChoiceField(MERGE_UNDOING_REASONS, { description: 'Why.', example: 'two-persons' })
  readonly reason!: (typeof MERGE_UNDOING_REASONS)[number];
}
