import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { ReopenSession } from './reopen-session.command.js';
import { reopenSession } from './reopen-session.decide.js';

export const reopenSessionSlice = commandSlice(ReopenSession, {
  post: 'cohorts/:cohortId/session-reopenings',
  tag: 'cohorts',
  summary: 'Rouvre une session close trop tôt',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(cohortStream, command.cohortId, command, reopenSession),
});
