import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { LiftSanction } from './lift-sanction.command.js';
import { liftSanction } from './lift-sanction.decide.js';

export const liftSanctionSlice = commandSlice(LiftSanction, {
  post: 'candidacies/:candidacyId/sanctions/:sanctionId/liftings',
  tag: 'candidacies',
  summary: 'Lève une sanction, avec motif et autorité',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, liftSanction),
});
