import type { GroupWorkLineRefused, VoidingRefused } from '@minutier/candidacy';
import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import { ReportGroupWorkLine } from './report-group-work-line.command.js';
import { ReportGroupWorkVoiding } from './report-group-work-voiding.command.js';

/** What a file refused is told to the group's work, a voiding included: it waits there for a person. */
export const reportLineWhenGroupWorkLineRefused: Reaction = {
  name: 'report-line-when-group-work-line-refused',
  reads: ['GroupWorkLineRefused', 'VoidingRefused'],
  react(event) {
    const { id: candidacyId } = splitStreamName(event.stream);
    const { type, data } = event as unknown as GroupWorkLineRefused | VoidingRefused;
    if (type === 'VoidingRefused') {
      const { origin, refused } = data;
      if (origin.kind !== 'group-work') return [];
      const fields = { groupWorkId: origin.id, line: origin.line, candidacyId, refused };
      return [
        {
          stream: streamName('groupwork', origin.id),
          command: (context) => commandOf(ReportGroupWorkVoiding, fields, context),
        },
      ];
    }
    const { groupWorkId, line, refused } = data;
    return [
      {
        stream: streamName('groupwork', groupWorkId),
        command: (context) => commandOf(ReportGroupWorkLine, { groupWorkId, line, candidacyId, refused }, context),
      },
    ];
  },
};
