import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { markSheetStream } from '../marksheet.state.js';
import { ReportSheetLine } from './report-sheet-line.command.js';
import { reportSheetLine } from './report-sheet-line.decide.js';

export const reportSheetLineSlice = commandSlice(ReportSheetLine, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(markSheetStream, command.markSheetId, command, reportSheetLine),
});
