import { RecordedCommand } from '@minutier/intake';

/** Voids in a member's candidacy what a line of a voided group work brought there; given by reaction alone. */
export class VoidGroupWorkLine extends RecordedCommand {
  readonly candidacyId!: string;
  readonly groupWorkId!: string;
  readonly line!: number;
}
