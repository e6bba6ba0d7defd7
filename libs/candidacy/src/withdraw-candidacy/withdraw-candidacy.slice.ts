import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { WithdrawCandidacy } from './withdraw-candidacy.command.js';
import { withdrawCandidacy } from './withdraw-candidacy.decide.js';

export const withdrawCandidacySlice = commandSlice(WithdrawCandidacy, {
  post: 'candidacies/:candidacyId/withdrawals',
  tag: 'candidacies',
  summary: 'Enregistre la démission d’un candidat',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, withdrawCandidacy),
});
