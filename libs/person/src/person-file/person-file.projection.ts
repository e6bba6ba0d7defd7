import { defineProjection } from '@minutier/ledger';

import type { IdentityRecorded } from '../person.events.js';

/** One row per person: which version of the identity stands, never what it says. */
export const personFile = defineProjection<IdentityRecorded['data']>({
  name: 'person_file',
  version: 1,
  reads: ['IdentityRecorded'],
  columns: {},
  indexed: () => ({}),
  keysOf: (event) => [(event.data as IdentityRecorded['data']).personId],
  partitionOf: (event) => (event.data as IdentityRecorded['data']).personId,
  project: (_row, event) => event.data as IdentityRecorded['data'],
});
