import { RecordedCommand } from '@minutier/intake';

/** Tries again what a member's file refused of a group work: its line, or the voiding of it; given by reaction alone. */
export class RetryGroupWorkLine extends RecordedCommand {
  readonly candidacyId!: string;
  readonly groupWorkId!: string;
  readonly line!: number;
}
