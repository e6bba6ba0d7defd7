import { RecordedCommand } from '@minutier/intake';

/** Makes all the moves of a reattribution that concern one file; given by reaction alone. */
export class MoveEvaluations extends RecordedCommand {
  readonly candidacyId!: string;
  readonly reattributionId!: string;
}
