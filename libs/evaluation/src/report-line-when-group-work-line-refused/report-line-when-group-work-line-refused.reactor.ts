import type { GroupWorkLineRefused } from '@minutier/candidacy';
import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import { ReportGroupWorkLine } from './report-group-work-line.command.js';

/** What a file refused is told to the group's work: it waits there for a person. */
export const reportLineWhenGroupWorkLineRefused: Reaction = {
  name: 'report-line-when-group-work-line-refused',
  reads: ['GroupWorkLineRefused'],
  react({ stream, data }) {
    const { groupWorkId, line, refused } = data as GroupWorkLineRefused['data'];
    const { id: candidacyId } = splitStreamName(stream);
    return [
      {
        stream: streamName('groupwork', groupWorkId),
        command: (context) => commandOf(ReportGroupWorkLine, { groupWorkId, line, candidacyId, refused }, context),
      },
    ];
  },
};
