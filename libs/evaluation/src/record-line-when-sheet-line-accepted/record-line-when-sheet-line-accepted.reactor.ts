import { commandOf } from '@minutier/intake';
import { type Reaction, streamName } from '@minutier/ledger';

import type { SheetLineAccepted, SheetLineSettled, SheetLineVoided } from '../marksheet.events.js';
import { RecordSheetLine } from './record-sheet-line.command.js';

type OfLine = SheetLineAccepted | SheetLineSettled | SheetLineVoided;

/** Each line of a sheet reaches its candidate's file, and so does what becomes of it later: in log order, by one reaction. */
export const recordLineWhenSheetLineAccepted: Reaction = {
  name: 'record-line-when-sheet-line-accepted',
  reads: ['SheetLineAccepted', 'SheetLineSettled', 'SheetLineVoided'],
  react(event) {
    const given = event as unknown as OfLine;
    const { candidacyId, markSheetId, line } = given.data;
    const fields = { candidacyId, markSheetId, line, asked: askedBy(given) };
    return [
      {
        stream: streamName('candidacy', candidacyId),
        command: (context) => commandOf(RecordSheetLine, fields, context),
      },
    ];
  },
};

function askedBy({ type, data }: OfLine): RecordSheetLine['asked'] {
  if (type === 'SheetLineAccepted') return 'record';
  if (type === 'SheetLineVoided') return 'void';
  return data.settlement === 'tried-again' ? 'retry' : data.settlement;
}
