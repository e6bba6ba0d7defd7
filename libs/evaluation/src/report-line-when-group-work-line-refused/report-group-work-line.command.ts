import { RecordedCommand } from '@minutier/intake';

/** Reports a refused line to the group work that it came from; given by reaction alone. */
export class ReportGroupWorkLine extends RecordedCommand {
  readonly groupWorkId!: string;
  readonly line!: number;
  readonly candidacyId!: string;
  readonly refused!: string;
}
