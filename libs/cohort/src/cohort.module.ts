import { domainModule } from '@minutier/intake';

import { CohortListController } from './cohort-list/cohort-list.controller.js';
import { cohortList } from './cohort-list/cohort-list.projection.js';
import { ListCohortsHandler, ShowCohortHandler } from './cohort-list/cohort-list.query.js';
import { cohortStream } from './cohort.state.js';
import { OpenCohortController } from './open-cohort/open-cohort.controller.js';
import { OpenCohortHandler } from './open-cohort/open-cohort.handler.js';
import { OpenSessionController } from './open-session/open-session.controller.js';
import { OpenSessionHandler } from './open-session/open-session.handler.js';

/** What this library brings: its stream, its commands and its read model. */
export const cohortModule = domainModule({
  name: 'cohort',
  streams: [cohortStream],
  projections: [cohortList],
  reactions: [],
  slices: [
    [OpenCohortController, OpenCohortHandler],
    [OpenSessionController, OpenSessionHandler],
    [CohortListController, ListCohortsHandler, ShowCohortHandler],
  ],
});
