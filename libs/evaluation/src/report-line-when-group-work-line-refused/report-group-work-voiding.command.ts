import { RecordedCommand } from '@minutier/intake';

/** Reports to a voided group work that a file could not void its line; given by reaction alone. */
export class ReportGroupWorkVoiding extends RecordedCommand {
  readonly groupWorkId!: string;
  readonly line!: number;
  readonly candidacyId!: string;
  readonly refused!: string;
}
