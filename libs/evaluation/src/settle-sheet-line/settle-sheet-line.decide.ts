import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { MarkSheetEvent } from '../marksheet.events.js';
import { type MarkSheet, sheetLine } from '../marksheet.state.js';
import type { SettleSheetLine } from './settle-sheet-line.command.js';

export type SettleSheetLineRefusal = 'LINE_UNKNOWN' | 'LINE_NOT_REFUSED' | 'LINE_ALREADY_SETTLED';

/** What a file refused waits for a person: the line is tried again, was recorded otherwise, or is dropped. */
export function settleSheetLine(
  command: SealedCommand<SettleSheetLine>,
  sheet: MarkSheet,
): Decision<MarkSheetEvent, SettleSheetLineRefusal> {
  const line = sheetLine(sheet, command.line);
  if (!line)
    return refuse(
      'LINE_UNKNOWN',
      '/line',
      `Cette feuille n’a pas de ligne ${command.line}.`,
      `This sheet has no line ${command.line}.`,
    );
  if (line.settlement !== null && line.settlement !== 'tried-again')
    return refuse(
      'LINE_ALREADY_SETTLED',
      '/line',
      `Le refus de la ligne ${line.line} est déjà réglé.`,
      `The refusal of line ${line.line} is settled already.`,
    );
  if (line.refused === null)
    return refuse(
      'LINE_NOT_REFUSED',
      '/line',
      `Aucun refus de la ligne ${line.line} n’est signalé.`,
      `No refusal of line ${line.line} is reported.`,
    );
  const { markSheetId, settlement, eventId = null, authority } = command;
  const said = { markSheetId, line: line.line, candidacyId: line.candidacyId, settlement, eventId };
  return [
    { type: 'SheetLineSettled', data: { ...said, reason: reasonOf(command), authority: authorityOf(authority) } },
  ];
}
