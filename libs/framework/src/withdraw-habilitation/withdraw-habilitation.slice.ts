import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { centreStream } from '../centre.state.js';
import { WithdrawHabilitation } from './withdraw-habilitation.command.js';
import { withdrawHabilitation } from './withdraw-habilitation.decide.js';

export const withdrawHabilitationSlice = commandSlice(WithdrawHabilitation, {
  post: 'centres/:centreId/habilitations/:habilitationId/withdrawals',
  tag: 'centres',
  summary: 'Retire une habilitation',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(centreStream, command.centreId, command, withdrawHabilitation),
});
