import { RecordedCommand } from '@minutier/intake';

import type { SheetLineSettled } from '../marksheet.events.js';

/** Brings a line of a sheet, or what becomes of it, to its candidate's file; given by reaction alone. */
export class RecordSheetLine extends RecordedCommand {
  readonly candidacyId!: string;
  readonly markSheetId!: string;
  readonly line!: number;
  /** Record it, void it, or close its refusal in the way that a person settled it. */
  readonly asked!: 'record' | 'void' | 'retry' | Exclude<SheetLineSettled['data']['settlement'], 'tried-again'>;
}
