import { commandOf, type RecordedCommand } from '@minutier/intake';
import { type CommandContext, type Reaction, streamName } from '@minutier/ledger';

import type { GroupWorkLineAssessed, GroupWorkLineSettled, GroupWorkLineVoided } from '../groupwork.events.js';
import { RecordGroupWorkLine } from './record-group-work-line.command.js';
import { RetryGroupWorkLine } from './retry-group-work-line.command.js';
import { SettleGroupWorkRefusal } from './settle-group-work-refusal.command.js';
import { VoidGroupWorkLine } from './void-group-work-line.command.js';

type OfLine = GroupWorkLineAssessed | GroupWorkLineSettled | GroupWorkLineVoided;

/**
 * Each line of a group's work reaches the file of the member whom it is about, and so does what becomes of it later:
 * one reaction, in log order, so that a voiding never overtakes its line. Its name is of the first kind it carried.
 */
export const recordLineWhenGroupRolePlayAssessed: Reaction = {
  name: 'record-line-when-group-role-play-assessed',
  reads: ['GroupWorkLineAssessed', 'GroupWorkLineSettled', 'GroupWorkLineVoided'],
  react(event) {
    const given = event as unknown as OfLine;
    const { candidacyId } = given.data;
    return [{ stream: streamName('candidacy', candidacyId), command: (context) => commandFor(given, context) }];
  },
};

function commandFor({ type, data }: OfLine, context: CommandContext): RecordedCommand {
  const { candidacyId, groupWorkId, line } = data;
  const fields = { candidacyId, groupWorkId, line };
  switch (type) {
    case 'GroupWorkLineAssessed':
      return commandOf(RecordGroupWorkLine, fields, context);
    case 'GroupWorkLineVoided':
      return commandOf(VoidGroupWorkLine, fields, context);
    case 'GroupWorkLineSettled':
      return data.settlement === 'tried-again'
        ? commandOf(RetryGroupWorkLine, fields, context)
        : commandOf(SettleGroupWorkRefusal, { ...fields, settlement: data.settlement }, context);
  }
}
