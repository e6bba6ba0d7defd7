import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { reattributionStream } from '../reattribution.state.js';
import { ReportRefusedMoves } from './report-refused-moves.command.js';
import { reportRefusedMoves } from './report-refused-moves.decide.js';

export const reportRefusedMovesSlice = commandSlice(ReportRefusedMoves, {
  needs: [Ledger],
  execute: (command, ledger) =>
    ledger.execute(reattributionStream, command.reattributionId, command, reportRefusedMoves),
});
