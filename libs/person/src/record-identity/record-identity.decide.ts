import { type Decision, refuse } from '@minutier/ledger';

import type { IdentityRecorded, PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';

export type RecordIdentityRefusal = 'PERSON_ALREADY_RECORDED';

/** The first version of an identity opens the person's stream; later ones are corrections. */
export function recordIdentity(
  identity: IdentityRecorded['data'],
  person: Person,
): Decision<PersonEvent, RecordIdentityRefusal> {
  if (person.status === 'known') {
    return refuse(
      'PERSON_ALREADY_RECORDED',
      undefined,
      'Cette personne est déjà enregistrée : corrigez son identité.',
      'This person is recorded already: correct the identity.',
    );
  }
  return [{ type: 'IdentityRecorded', data: identity }];
}
