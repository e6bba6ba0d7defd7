import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { TRANSFER_SETTLED_REASONS, TRANSFER_SETTLEMENTS } from '../enrolment.events.js';

/** Settles a transfer that was refused: it is tried again, or the candidacy goes on here. */
export class SettleTransfer extends ReasonedAct {
  @IdField({ description: 'The candidacy of departure.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The candidacy of arrival, where it was refused.' })
  readonly toCandidacyId!: string;

  @ChoiceField(TRANSFER_SETTLEMENTS, { description: 'How.', example: 'tried-again' })
  readonly settlement!: (typeof TRANSFER_SETTLEMENTS)[number];

  @ChoiceField(TRANSFER_SETTLED_REASONS, { description: 'Why.', example: 'cause-removed' })
  readonly reason!: (typeof TRANSFER_SETTLED_REASONS)[number];
}
