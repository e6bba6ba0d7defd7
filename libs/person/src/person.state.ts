import type { StreamDefinition } from '@minutier/ledger';

import { type IdentityRecorded, type PersonEvent, personTypes } from './person.events.js';

/** A person as the ledger knows them: by an id and commitments, never by name. */
export type Person = { readonly status: 'absent' } | ({ readonly status: 'known' } & IdentityRecorded['data']);

export const personStream: StreamDefinition<Person, PersonEvent> = {
  category: 'person',
  initial: { status: 'absent' },
  types: personTypes,
  evolve: (_state, event) => ({ status: 'known', ...event.data }),
  personOf: (state) => (state.status === 'known' ? state.personId : undefined),
};
