import type { RefusalSettled } from '@minutier/candidacy';
import { RecordedCommand } from '@minutier/intake';

/** Tells a file that the moves it refused were settled without it; given by reaction alone. */
export class SettleMoveRefusal extends RecordedCommand {
  readonly candidacyId!: string;
  readonly reattributionId!: string;
  readonly settlement!: RefusalSettled['data']['settlement'];
}
