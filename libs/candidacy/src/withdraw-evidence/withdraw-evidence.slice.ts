import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { WithdrawEvidence } from './withdraw-evidence.command.js';
import { withdrawEvidence } from './withdraw-evidence.decide.js';

export const withdrawEvidenceSlice = commandSlice(WithdrawEvidence, {
  post: 'candidacies/:candidacyId/evidence/:evidenceId/withdrawals',
  tag: 'evidence',
  summary: 'Retire une pièce versée à tort',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, withdrawEvidence),
});
