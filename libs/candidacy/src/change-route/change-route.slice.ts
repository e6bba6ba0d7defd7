import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { decideInFrame } from '../enrolment-frame.js';
import { ChangeRoute } from './change-route.command.js';
import { changeRoute } from './change-route.decide.js';

export const changeRouteSlice = commandSlice(ChangeRoute, {
  post: 'candidacies/:candidacyId/route-changes',
  tag: 'candidacies',
  summary: 'Change la voie d’accès à partir d’un jour',
  needs: [Ledger],
  execute: (command, ledger) => decideInFrame(ledger, command, changeRoute),
});
