import type { SheetLineRefused, VoidingRefused } from '@minutier/candidacy';
import { commandOf } from '@minutier/intake';
import { type Reaction, splitStreamName, streamName } from '@minutier/ledger';

import { ReportSheetLine } from './report-sheet-line.command.js';

/** What a file refused is told to the sheet, a voiding included: it waits there for a person. */
export const reportLineWhenSheetLineRefused: Reaction = {
  name: 'report-line-when-sheet-line-refused',
  reads: ['SheetLineRefused', 'VoidingRefused'],
  react(event) {
    const { id: candidacyId } = splitStreamName(event.stream);
    const { type, data } = event as unknown as SheetLineRefused | VoidingRefused;
    if (type === 'VoidingRefused' && data.origin.kind !== 'mark-sheet') return [];
    const { id: markSheetId, line } =
      type === 'VoidingRefused' ? data.origin : { id: data.markSheetId, line: data.line };
    const what = type === 'VoidingRefused' ? ('voiding' as const) : ('line' as const);
    const fields = { markSheetId, line, candidacyId, refused: data.refused, what };
    return [
      {
        stream: streamName('marksheet', markSheetId),
        command: (context) => commandOf(ReportSheetLine, fields, context),
      },
    ];
  },
};
