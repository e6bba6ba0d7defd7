import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { groupWorkStream } from '../groupwork.state.js';
import { ReportGroupWorkVoiding } from './report-group-work-voiding.command.js';
import { reportGroupWorkVoiding } from './report-group-work-voiding.decide.js';

export const reportGroupWorkVoidingSlice = commandSlice(ReportGroupWorkVoiding, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(groupWorkStream, command.groupWorkId, command, reportGroupWorkVoiding),
});
