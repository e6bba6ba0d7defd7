import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { ReopenCohort } from './reopen-cohort.command.js';
import { reopenCohort } from './reopen-cohort.decide.js';

export const reopenCohortSlice = commandSlice(ReopenCohort, {
  post: 'cohorts/:cohortId/reopenings',
  tag: 'cohorts',
  summary: 'Rouvre une promotion close trop tôt',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(cohortStream, command.cohortId, command, reopenCohort),
});
