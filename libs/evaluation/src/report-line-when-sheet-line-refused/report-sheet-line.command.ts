import { RecordedCommand } from '@minutier/intake';

/** Tells a sheet that a candidacy refused a line of it, or its voiding; given by reaction alone. */
export class ReportSheetLine extends RecordedCommand {
  readonly markSheetId!: string;
  readonly line!: number;
  readonly candidacyId!: string;
  readonly refused!: string;
  readonly what!: 'line' | 'voiding';
}
