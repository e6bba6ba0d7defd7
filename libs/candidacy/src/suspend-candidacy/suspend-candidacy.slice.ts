import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { SuspendCandidacy } from './suspend-candidacy.command.js';
import { suspendCandidacy } from './suspend-candidacy.decide.js';

export const suspendCandidacySlice = commandSlice(SuspendCandidacy, {
  post: 'candidacies/:candidacyId/suspensions',
  tag: 'candidacies',
  summary: 'Suspend une candidature',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, suspendCandidacy),
});
