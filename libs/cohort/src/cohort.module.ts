import { domainModule } from '@minutier/intake';

import { closeCohortSlice } from './close-cohort/close-cohort.slice.js';
import { closeSessionSlice } from './close-session/close-session.slice.js';
import { cohortList } from './cohort-list/cohort-list.projection.js';
import { listCohortsSlice, showCohortSlice } from './cohort-list/cohort-list.query.js';
import { cohortStream } from './cohort.state.js';
import { openCohortSlice } from './open-cohort/open-cohort.slice.js';
import { openSessionSlice } from './open-session/open-session.slice.js';
import { reopenCohortSlice } from './reopen-cohort/reopen-cohort.slice.js';
import { reopenSessionSlice } from './reopen-session/reopen-session.slice.js';

/**
 * What this library brings: its stream, its commands and its read model. Commands that ask something of a cohort's
 * candidates are decided here and given by libs/candidacy, which knows them.
 */
export const cohortModule = domainModule({
  name: 'cohort',
  streams: [cohortStream],
  projections: [cohortList],
  reactions: [],
  slices: [
    openCohortSlice,
    openSessionSlice,
    closeSessionSlice,
    reopenSessionSlice,
    closeCohortSlice,
    reopenCohortSlice,
    listCohortsSlice,
    showCohortSlice,
  ],
});
