import { RecordedCommand } from '@minutier/intake';

/** Opens the candidacy of arrival with the results brought over; given by reaction alone. */
export class ReceiveTransfer extends RecordedCommand {
  readonly candidacyId!: string;
  readonly fromCandidacyId!: string;
}
