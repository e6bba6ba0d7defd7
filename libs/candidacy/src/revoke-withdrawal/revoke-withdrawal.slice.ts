import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { RevokeWithdrawal } from './revoke-withdrawal.command.js';
import { revokeWithdrawal } from './revoke-withdrawal.decide.js';

export const revokeWithdrawalSlice = commandSlice(RevokeWithdrawal, {
  post: 'candidacies/:candidacyId/withdrawal-revocations',
  tag: 'candidacies',
  summary: 'Retire une démission',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, revokeWithdrawal),
});
