import type { TransferredOut, TransferSettled } from '@minutier/candidacy';
import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import { ReceiveTransfer } from './receive-transfer.command.js';

/** Who is sent on is received in the other cohort, or refused there; once more where a refusal is settled so. */
export const receiveTransferWhenTransferredOut: Reaction = {
  name: 'receive-transfer-when-transferred-out',
  reads: ['TransferredOut', 'TransferSettled'],
  react(event) {
    const { type, data } = event as unknown as TransferredOut | TransferSettled;
    if (type === 'TransferSettled' && data.settlement !== 'tried-again') return [];
    const { toCandidacyId: candidacyId } = data;
    const { id: fromCandidacyId } = splitStreamName(event.stream);
    return [
      {
        stream: streamName('candidacy', candidacyId),
        command: (context) => commandOf(ReceiveTransfer, { candidacyId, fromCandidacyId }, context),
      },
    ];
  },
};
