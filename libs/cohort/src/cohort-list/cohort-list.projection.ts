import { defineProjection, splitStreamName } from '@minutier/ledger';

import { type CohortEvent, cohortTypes } from '../cohort.events.js';
import { cohortStream, type OpenCohortState } from '../cohort.state.js';

/** One row per cohort: its pins, its dates, its sessions. */
export const cohortList = defineProjection<OpenCohortState>({
  name: 'cohort_list',
  version: 2,
  reads: Object.keys(cohortTypes),
  columns: { code: 'text' },
  indexed: ({ code }) => ({ code }),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const cohort = cohortStream.evolve(row ?? cohortStream.initial, event as unknown as CohortEvent);
    return cohort.status === 'open' ? cohort : null;
  },
});
