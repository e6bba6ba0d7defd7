import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { centreStream } from '../centre.state.js';
import { SuspendHabilitation } from './suspend-habilitation.command.js';
import { suspendHabilitation } from './suspend-habilitation.decide.js';

export const suspendHabilitationSlice = commandSlice(SuspendHabilitation, {
  post: 'centres/:centreId/habilitations/:habilitationId/suspensions',
  tag: 'centres',
  summary: 'Suspend une habilitation',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(centreStream, command.centreId, command, suspendHabilitation),
});
