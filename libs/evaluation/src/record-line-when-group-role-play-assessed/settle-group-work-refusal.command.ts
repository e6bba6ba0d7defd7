import { RecordedCommand } from '@minutier/intake';

/** Tells a member's candidacy that what it refused of a group work was settled; given by reaction alone. */
export class SettleGroupWorkRefusal extends RecordedCommand {
  readonly candidacyId!: string;
  readonly groupWorkId!: string;
  readonly line!: number;
  readonly settlement!: 'recorded-otherwise' | 'dropped';
}
