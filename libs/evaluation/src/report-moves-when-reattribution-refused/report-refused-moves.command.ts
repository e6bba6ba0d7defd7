import { RecordedCommand } from '@minutier/intake';

/** Reports refused moves to the reattribution that they came from; given by reaction alone. */
export class ReportRefusedMoves extends RecordedCommand {
  readonly reattributionId!: string;
  readonly candidacyId!: string;
  readonly moves!: readonly number[];
  readonly refused!: string;
}
