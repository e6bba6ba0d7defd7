import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { ReinstateFramework } from './reinstate-framework.command.js';
import { reinstateFramework } from './reinstate-framework.decide.js';

export const reinstateFrameworkSlice = commandSlice(ReinstateFramework, {
  post: 'frameworks/:number/reinstatements',
  tag: 'frameworks',
  summary: 'Rétablit une version retirée',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(frameworkStream, command.number, command, reinstateFramework),
});
