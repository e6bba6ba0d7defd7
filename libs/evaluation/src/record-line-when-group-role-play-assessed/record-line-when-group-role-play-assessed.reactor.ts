import { commandOf } from '@minutier/intake';
import { type Reaction, streamName } from '@minutier/ledger';

import type { GroupWorkLineAssessed } from '../groupwork.events.js';
import { RecordGroupWorkLine } from './record-group-work-line.command.js';

/** Each line of a group's work reaches the file of the member whom it is about. */
export const recordLineWhenGroupRolePlayAssessed: Reaction = {
  name: 'record-line-when-group-role-play-assessed',
  reads: ['GroupWorkLineAssessed'],
  react({ data }) {
    const { candidacyId, groupWorkId, line } = data as GroupWorkLineAssessed['data'];
    return [
      {
        stream: streamName('candidacy', candidacyId),
        command: (context) => commandOf(RecordGroupWorkLine, { candidacyId, groupWorkId, line }, context),
      },
    ];
  },
};
