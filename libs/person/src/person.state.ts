import type { FrameworkReference } from '@minutier/framework';
import type { StreamDefinition } from '@minutier/ledger';

import { type IdentityRecorded, type PersonEvent, personTypes } from './person.events.js';

/** A block that the person holds for life, by a jury's decision; annulled where that decision fell. */
export interface Award {
  readonly awardId: string;
  readonly framework: FrameworkReference;
  readonly block: string;
  readonly obtainedOn: string;
  readonly annulled: boolean;
}

/** A person as the ledger knows them: by an id and commitments, never by name. */
export type Person =
  | { readonly status: 'absent' }
  | ({ readonly status: 'known'; readonly awards: ReadonlyMap<string, Award> } & IdentityRecorded['data']);

export const personStream: StreamDefinition<Person, PersonEvent> = {
  category: 'person',
  initial: { status: 'absent' },
  types: personTypes,
  evolve: (_state, event) => ({ status: 'known', ...event.data, awards: new Map() }),
  personOf: (state) => (state.status === 'known' ? state.personId : undefined),
};
