import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import type { AbsorptionRefused } from '../merge.events.js';
import { ReportMerge } from './report-merge.command.js';

/** What a survivor refused is told to the person who was to be absorbed, and who counts as before. */
export const reportMergeWhenAbsorptionRefused: Reaction = {
  name: 'report-merge-when-absorption-refused',
  reads: ['AbsorptionRefused'],
  react({ stream, data }) {
    const { absorbedId, refused } = data as AbsorptionRefused['data'];
    const { id: survivorId } = splitStreamName(stream);
    return [
      {
        stream: streamName('person', absorbedId),
        command: (context) => commandOf(ReportMerge, { personId: absorbedId, survivorId, refused }, context),
      },
    ];
  },
};
