import type { ReattributionRefused } from '@minutier/candidacy';
import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import { ReportRefusedMoves } from './report-refused-moves.command.js';

/** What a file refused is told to the reattribution: the other file may have made its moves, and a person settles it. */
export const reportMovesWhenReattributionRefused: Reaction = {
  name: 'report-moves-when-reattribution-refused',
  reads: ['ReattributionRefused'],
  react({ stream, data }) {
    const { reattributionId, moves, refused } = data as ReattributionRefused['data'];
    const { id: candidacyId } = splitStreamName(stream);
    return [
      {
        stream: streamName('reattribution', reattributionId),
        command: (context) => commandOf(ReportRefusedMoves, { reattributionId, candidacyId, moves, refused }, context),
      },
    ];
  },
};
