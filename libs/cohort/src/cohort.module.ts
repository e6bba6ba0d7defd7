import { domainModule } from '@minutier/intake';

import { cohortList } from './cohort-list/cohort-list.projection.js';
import { listCohortsSlice, showCohortSlice } from './cohort-list/cohort-list.query.js';
import { cohortStream } from './cohort.state.js';
import { openCohortSlice } from './open-cohort/open-cohort.slice.js';
import { openSessionSlice } from './open-session/open-session.slice.js';

/** What this library brings: its stream, its commands and its read model. */
export const cohortModule = domainModule({
  name: 'cohort',
  streams: [cohortStream],
  projections: [cohortList],
  reactions: [],
  slices: [openCohortSlice, openSessionSlice, listCohortsSlice, showCohortSlice],
});
