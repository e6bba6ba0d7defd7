import type { IdentityRecorded } from './person.events.js';
import { type Person, personStream } from './person.state.js';

export const PERSON_ID = '5f0f3c1e-1997-5000-8000-000000000514';

/** The first version of an identity, committed to and not said. */
export function identityRecorded(changes: Partial<IdentityRecorded['data']> = {}): IdentityRecorded {
  return {
    type: 'IdentityRecorded',
    data: {
      personId: PERSON_ID,
      identityVersion: 1,
      commitment: {
        alg: 'HMAC-SHA-256',
        keyId: '5f0f3c1e-0000-4000-8000-0000000000a1',
        salt: 'AAECAwQFBgcICQoLDA0ODw==',
        value: '0f'.repeat(32),
      },
      ...changes,
    },
  };
}

/** A person whom the ledger knows. */
export function person(): Person {
  return personStream.evolve(personStream.initial, identityRecorded());
}
