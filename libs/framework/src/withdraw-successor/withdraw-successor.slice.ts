import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { WithdrawSuccessor } from './withdraw-successor.command.js';
import { withdrawSuccessor } from './withdraw-successor.decide.js';

export const withdrawSuccessorSlice = commandSlice(WithdrawSuccessor, {
  post: 'frameworks/:number/succession-withdrawals',
  tag: 'frameworks',
  summary: 'Reprend un remplaçant nommé par erreur',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(frameworkStream, command.number, command, withdrawSuccessor),
});
