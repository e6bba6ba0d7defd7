import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, IntegerField } from '@minutier/intake';

import { SETTLEMENTS } from '../groupwork.events.js';
import { SHEET_LINE_SETTLED_REASONS } from '../marksheet.events.js';

/** Settles a line of a sheet, or its voiding, that a candidate's file refused. */
export class SettleSheetLine extends ReasonedAct {
  @IdField({ description: 'The sheet.' })
  readonly markSheetId!: string;

  @IntegerField({ description: 'The line.', min: 1, max: 1_000 })
  readonly line!: number;

  @ChoiceField(SETTLEMENTS, { description: 'How.', example: 'tried-again' })
  readonly settlement!: (typeof SETTLEMENTS)[number];

  @IdField({ description: 'The event that states it otherwise.', optional: true })
  readonly eventId?: string;

  @ChoiceField(SHEET_LINE_SETTLED_REASONS, { description: 'Why.', example: 'cause-removed' })
  readonly reason!: (typeof SHEET_LINE_SETTLED_REASONS)[number];
}
