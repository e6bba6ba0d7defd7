import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { SettleTransfer } from './settle-transfer.command.js';
import { settleTransfer } from './settle-transfer.decide.js';

export const settleTransferSlice = commandSlice(SettleTransfer, {
  post: 'candidacies/:candidacyId/transfers/:toCandidacyId/settlements',
  tag: 'candidacies',
  summary: 'Règle un transfert refusé : nouvel essai, ou reprise ici',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, settleTransfer),
});
