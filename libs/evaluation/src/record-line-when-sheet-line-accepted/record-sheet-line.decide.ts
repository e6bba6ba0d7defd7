import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';
import { isRefusal } from '@minutier/ledger';

import type { Frame } from '../frame.js';
import type { AcceptedMarkSheet } from '../marksheet.state.js';
import { sheetLineEvent } from '../sheet-line-event.js';
import { openRefusalOf, recordedFrom, voidedByOrigin } from '../voided-by-origin.js';
import type { RecordSheetLine } from './record-sheet-line.command.js';

/**
 * A candidacy takes its line of a sheet as an evaluation of its own, or says why not: either way it stands here. A line
 * that is here already is recognised by where it came from. What became of the sheet, or of a refusal, follows the same way.
 */
export function recordSheetLine(
  command: RecordSheetLine,
  candidacy: Candidacy,
  sheet: AcceptedMarkSheet,
  frame: Frame,
): readonly CandidacyEvent[] {
  const { asked } = command;
  if (asked === 'record') return recorded(command, candidacy, sheet, frame);
  if (asked === 'void') return voided(command, candidacy, sheet);
  if (asked === 'retry') {
    const { triedAgain } = sheet.lines[command.line - 1]!;
    return triedAgain === 'voiding' ? voided(command, candidacy, sheet) : recorded(command, candidacy, sheet, frame);
  }
  const origin = originOf(command);
  return openRefusalOf(candidacy, origin) ? [{ type: 'RefusalSettled', data: { origin, settlement: asked } }] : [];
}

function originOf({ markSheetId, line }: RecordSheetLine) {
  return { kind: 'mark-sheet', id: markSheetId, line } as const;
}

function recorded(
  command: RecordSheetLine,
  candidacy: Candidacy,
  sheet: AcceptedMarkSheet,
  frame: Frame,
): readonly CandidacyEvent[] {
  if (recordedFrom(candidacy, originOf(command))) return [];
  const line = sheet.lines[command.line - 1]!;
  const answer = sheetLineEvent(sheet, line, candidacy, frame, command.context);
  return 'refused' in answer ? refusedSheetLine(command, sheet, answer.refused) : [answer];
}

/** The line is refused, with the code that says why. */
export function refusedSheetLine(
  { markSheetId, line }: Pick<RecordSheetLine, 'markSheetId' | 'line'>,
  { modality, occurrence, lines }: AcceptedMarkSheet,
  refused: string,
): readonly CandidacyEvent[] {
  const { attempt } = lines[line - 1]!;
  return [{ type: 'SheetLineRefused', data: { markSheetId, line, modality, occurrence, attempt, refused } }];
}

/** A line that the file had refused never stood: its refusal is settled by the voiding. */
function voided(
  command: RecordSheetLine,
  candidacy: Candidacy,
  { lines, voided: whole }: AcceptedMarkSheet,
): readonly CandidacyEvent[] {
  const origin = originOf(command);
  const { authority } = whole!;
  const decided = voidedByOrigin(candidacy, origin, { reason: { code: 'sheet-voided', text: null }, authority });
  if (!isRefusal(decided)) return [decided];
  const { settlement, triedAgain } = lines[command.line - 1]!;
  if (decided.refused === 'EVALUATION_NOT_FOUND' && triedAgain !== 'voiding') {
    if (openRefusalOf(candidacy, origin)) return [{ type: 'RefusalSettled', data: { origin, settlement: 'dropped' } }];
    // A person dropped the line before: nothing of it is anywhere.
    if (settlement === 'dropped') return [];
  }
  return [{ type: 'VoidingRefused', data: { origin, refused: decided.refused } }];
}
