import { RecordedCommand } from '@minutier/intake';

/** Reports to the candidacy of departure that it was not received; given by reaction alone. */
export class ReportRefusedTransfer extends RecordedCommand {
  readonly candidacyId!: string;
  readonly toCandidacyId!: string;
  readonly refused!: string;
}
