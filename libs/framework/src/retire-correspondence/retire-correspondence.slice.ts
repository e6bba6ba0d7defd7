import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { frameworkStream } from '../framework.state.js';
import { RetireCorrespondence } from './retire-correspondence.command.js';
import { retireCorrespondence } from './retire-correspondence.decide.js';

export const retireCorrespondenceSlice = commandSlice(RetireCorrespondence, {
  post: 'frameworks/:number/correspondences/:correspondenceId/retirements',
  tag: 'frameworks',
  summary: 'Abroge une correspondance entre blocs',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(frameworkStream, command.number, command, retireCorrespondence),
});
