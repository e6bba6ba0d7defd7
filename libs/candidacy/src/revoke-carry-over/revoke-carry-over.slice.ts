import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { RevokeCarryOver } from './revoke-carry-over.command.js';
import { revokeCarryOver } from './revoke-carry-over.decide.js';

export const revokeCarryOverSlice = commandSlice(RevokeCarryOver, {
  post: 'candidacies/:candidacyId/carry-overs/:carryOverId/revocations',
  tag: 'candidacies',
  summary: 'Retire la reprise d’un bloc, avec motif et autorité',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, revokeCarryOver),
});
