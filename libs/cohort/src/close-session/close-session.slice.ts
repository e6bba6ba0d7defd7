import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { CloseSession } from './close-session.command.js';
import { closeSession } from './close-session.decide.js';

export const closeSessionSlice = commandSlice(CloseSession, {
  post: 'cohorts/:cohortId/session-closures',
  tag: 'cohorts',
  summary: 'Clôt une session de la promotion',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(cohortStream, command.cohortId, command, closeSession),
});
