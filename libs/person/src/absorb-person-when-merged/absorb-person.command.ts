import { RecordedCommand } from '@minutier/intake';

/** Has a survivor answer for another person, or no more; given by reaction alone. */
export class AbsorbPerson extends RecordedCommand {
  readonly survivorId!: string;
  readonly absorbedId!: string;
  readonly undone!: boolean;
}
