import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { SettleMoveRefusal } from './settle-move-refusal.command.js';
import { settleMoveRefusal } from './settle-move-refusal.decide.js';

export const settleMoveRefusalSlice = commandSlice(SettleMoveRefusal, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, settleMoveRefusal),
});
