import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { SettleGroupWorkRefusal } from './settle-group-work-refusal.command.js';
import { settleGroupWorkRefusal } from './settle-group-work-refusal.decide.js';

export const settleGroupWorkRefusalSlice = commandSlice(SettleGroupWorkRefusal, {
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, settleGroupWorkRefusal),
});
