import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { cohortStream } from '../cohort.state.js';
import { CloseCohort } from './close-cohort.command.js';
import { closeCohort } from './close-cohort.decide.js';

export const closeCohortSlice = commandSlice(CloseCohort, {
  post: 'cohorts/:cohortId/closures',
  tag: 'cohorts',
  summary: 'Clôt la promotion',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(cohortStream, command.cohortId, command, closeCohort),
});
