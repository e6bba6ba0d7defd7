import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { OpenSession } from './open-session.command.js';
import { openSession } from './open-session.decide.js';

export const openSessionSlice = commandSlice(OpenSession, {
  post: 'cohorts/:cohortId/sessions',
  tag: 'cohorts',
  summary: 'Ouvre une session de la promotion',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(cohortStream, command.cohortId, command, openSession),
});
