import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { RevokeEquivalence } from './revoke-equivalence.command.js';
import { revokeEquivalence } from './revoke-equivalence.decide.js';

export const revokeEquivalenceSlice = commandSlice(RevokeEquivalence, {
  post: 'candidacies/:candidacyId/equivalences/:equivalenceId/revocations',
  tag: 'candidacies',
  summary: 'Retire une équivalence, avec motif et autorité',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, revokeEquivalence),
});
