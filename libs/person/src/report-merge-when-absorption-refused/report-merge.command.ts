import { RecordedCommand } from '@minutier/intake';

/** Reports to a person's stream that the survivor refused; given by reaction alone. */
export class ReportMerge extends RecordedCommand {
  readonly personId!: string;
  readonly survivorId!: string;
  readonly refused!: string;
}
