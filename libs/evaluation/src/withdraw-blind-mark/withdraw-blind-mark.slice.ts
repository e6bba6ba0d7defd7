import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { WithdrawBlindMark } from './withdraw-blind-mark.command.js';
import { withdrawBlindMark } from './withdraw-blind-mark.decide.js';

export const withdrawBlindMarkSlice = commandSlice(WithdrawBlindMark, {
  post: 'candidacies/:candidacyId/blind-marks/:evaluationId/withdrawals',
  tag: 'evaluations',
  summary: 'Retire une note déposée, avant la dernière',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, withdrawBlindMark),
});
