import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { RetireFramework } from './retire-framework.command.js';
import { retireFramework } from './retire-framework.decide.js';

export const retireFrameworkSlice = commandSlice(RetireFramework, {
  post: 'frameworks/:number/retirements',
  tag: 'frameworks',
  summary: 'Retire une version d’un référentiel : plus aucune promotion ne peut s’y attacher',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(frameworkStream, command.number, command, retireFramework),
});
