import { commandOf } from '@minutier/intake';
import { type Reaction, streamName } from '@minutier/ledger';

import type { ReattributionSettled } from '../reattribution.events.js';
import { SettleMoveRefusal } from './settle-move-refusal.command.js';

/** A refusal settled without trying again is closed in the file too; one tried again is closed by its new outcome. */
export const settleRefusalWhenReattributionSettled: Reaction = {
  name: 'settle-refusal-when-reattribution-settled',
  reads: ['ReattributionSettled'],
  react({ data }) {
    const { reattributionId, candidacyId, settlement } = data as ReattributionSettled['data'];
    if (settlement === 'tried-again') return [];
    return [
      {
        stream: streamName('candidacy', candidacyId),
        command: (context) => commandOf(SettleMoveRefusal, { candidacyId, reattributionId, settlement }, context),
      },
    ];
  },
};
