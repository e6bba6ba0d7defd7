import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { ReportRefusedTransfer } from './report-refused-transfer.command.js';
import { reportRefusedTransfer } from './report-refused-transfer.decide.js';

export const reportRefusedTransferSlice = commandSlice(ReportRefusedTransfer, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, reportRefusedTransfer),
});
