import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, IntegerField } from '@minutier/intake';

import { GROUP_WORK_LINE_SETTLED_REASONS, SETTLEMENTS } from '../groupwork.events.js';

/** Settles a line, or its voiding, that a member's file refused. */
export class SettleGroupWorkLine extends ReasonedAct {
  @IdField({ description: 'The group work.' })
  readonly groupWorkId!: string;

  @IntegerField({ description: 'The line.', min: 1, max: 12 })
  readonly line!: number;

  @ChoiceField(SETTLEMENTS, { description: 'How.', example: 'tried-again' })
  readonly settlement!: (typeof SETTLEMENTS)[number];

  @IdField({ description: 'The event that states it otherwise.', optional: true })
  readonly eventId?: string;

  @ChoiceField(GROUP_WORK_LINE_SETTLED_REASONS, { description: 'Why.', example: 'cause-removed' })
  readonly reason!: (typeof GROUP_WORK_LINE_SETTLED_REASONS)[number];
}
