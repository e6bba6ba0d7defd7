import { ChoiceField, CivilDateField, CodeField, FlagField, IdField, RecordedCommand } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { DATA_RIGHTS, REQUESTERS } from '../rights.events.js';

/** The receipt, the request's id, by which it is answered. */
export interface RightsRequestReceipt extends Receipt {
  readonly requestId: string;
}

/** Records that a person uses a right of the data-protection law: the month to answer runs from the day of reception. */
export class ReceiveRightsRequest extends RecordedCommand<RightsRequestReceipt> {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @ChoiceField(DATA_RIGHTS, { description: 'Which right.', example: 'erasure' })
  readonly right!: (typeof DATA_RIGHTS)[number];

  @CivilDateField({ description: 'Day on which it was received.', example: '2019-06-03' })
  readonly receivedOn!: string;

  @FlagField({ description: 'Whether the requester was identified.' })
  readonly identityChecked!: boolean;

  @ChoiceField(REQUESTERS, { description: 'By whom it was lodged.', example: 'person' })
  readonly lodgedBy!: (typeof REQUESTERS)[number];

  @CodeField({ description: 'Reference of the request.', example: 'RGPD-2019-004', optional: true })
  readonly document?: string;
}
