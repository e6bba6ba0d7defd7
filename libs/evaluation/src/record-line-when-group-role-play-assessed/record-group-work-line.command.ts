import { RecordedCommand } from '@minutier/intake';

/** Records a member's line of a group work in the member's candidacy; given by reaction alone. */
export class RecordGroupWorkLine extends RecordedCommand {
  readonly candidacyId!: string;
  readonly groupWorkId!: string;
  readonly line!: number;
}
