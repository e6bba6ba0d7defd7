import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { GroupWorkEvent } from '../groupwork.events.js';
import { type GroupWork, waits } from '../groupwork.state.js';
import type { SettleGroupWorkLine } from './settle-group-work-line.command.js';

export type SettleGroupWorkLineRefusal = 'LINE_UNKNOWN' | 'LINE_NOT_REFUSED' | 'LINE_ALREADY_SETTLED';

/** What a file refused waits for a person: the line is tried again, was recorded otherwise, or is dropped. */
export function settleGroupWorkLine(
  command: SealedCommand<SettleGroupWorkLine>,
  groupWork: GroupWork,
): Decision<GroupWorkEvent, SettleGroupWorkLineRefusal> {
  const { groupWorkId, settlement, eventId = null, authority } = command;
  const line = groupWork.status === 'assessed' ? groupWork.lines.find((one) => one.line === command.line) : undefined;
  if (!line)
    return refuse(
      'LINE_UNKNOWN',
      '/line',
      `Ce travail de groupe n’a pas de ligne ${command.line}.`,
      `This group work has no line ${command.line}.`,
    );
  if (!waits(line)) {
    return line.settlement === null
      ? refuse(
          'LINE_NOT_REFUSED',
          '/line',
          `Aucun refus de la ligne ${line.line} n’est signalé.`,
          `No refusal of line ${line.line} is reported.`,
        )
      : refuse(
          'LINE_ALREADY_SETTLED',
          '/line',
          `Le refus de la ligne ${line.line} est déjà réglé.`,
          `The refusal of line ${line.line} is settled already.`,
        );
  }
  const { candidacyId } = line;
  const said = { groupWorkId, line: line.line, candidacyId, settlement, eventId };
  return [
    {
      type: 'GroupWorkLineSettled',
      data: { ...said, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
