import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { groupWorkStream } from '../groupwork.state.js';
import { ReportGroupWorkLine } from './report-group-work-line.command.js';
import { reportGroupWorkLine } from './report-group-work-line.decide.js';

export const reportGroupWorkLineSlice = commandSlice(ReportGroupWorkLine, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(groupWorkStream, command.groupWorkId, command, reportGroupWorkLine),
});
