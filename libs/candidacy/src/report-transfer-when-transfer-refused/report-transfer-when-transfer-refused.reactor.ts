import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import type { TransferInRefused } from '../enrolment.events.js';
import { ReportRefusedTransfer } from './report-refused-transfer.command.js';

/** What a cohort does not receive is told to the candidacy of departure: it waits there for a person. */
export const reportTransferWhenTransferRefused: Reaction = {
  name: 'report-transfer-when-transfer-refused',
  reads: ['TransferInRefused'],
  react({ stream, data }) {
    const { fromCandidacyId: candidacyId, refused } = data as TransferInRefused['data'];
    const { id: toCandidacyId } = splitStreamName(stream);
    return [
      {
        stream: streamName('candidacy', candidacyId),
        command: (context) => commandOf(ReportRefusedTransfer, { candidacyId, toCandidacyId, refused }, context),
      },
    ];
  },
};
