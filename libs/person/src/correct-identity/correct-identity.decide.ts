import { reasonOf } from '@minutier/framework';
import { authorityOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';
import type { Commitment } from '@minutier/vault';

import type { PersonEvent } from '../person.events.js';
import { refusedMerged } from '../person-refusals.js';
import { isErased, type Person } from '../person.state.js';
import type { CorrectIdentity } from './correct-identity.command.js';

export type CorrectIdentityRefusal =
  'IDENTITY_UNKNOWN' | 'PERSON_MERGED' | 'KEYS_DESTROYED' | 'IDENTITY_VERSION_OUT_OF_ORDER' | 'IDENTITY_UNCHANGED';

/** What the vault says of the identity that is given. */
export interface GivenIdentity {
  readonly commitment: Commitment;
  readonly unchanged: boolean;
}

/** An identity is corrected by its next version, which says something else; what was printed before keeps its version. */
export function correctIdentity(
  command: SealedCommand<CorrectIdentity>,
  person: Person,
  { commitment, unchanged }: GivenIdentity,
): Decision<PersonEvent, CorrectIdentityRefusal> {
  const { identityVersion, effectiveOn, document, authority } = command;
  const refusal = refusedCorrection(identityVersion, person);
  if (refusal) return refusal;
  if (unchanged)
    return refuse('IDENTITY_UNCHANGED', '/identity', 'L’identité est déjà celle-ci.', 'The identity is this already.');
  return [
    {
      type: 'IdentityCorrected',
      data: {
        identityVersion,
        commitment,
        reason: reasonOf(command),
        effectiveOn: effectiveOn ?? null,
        document: document ?? null,
        authority: authorityOf(authority),
      },
    },
  ];
}

/** What is refused whatever the identity says: asked before the vault keeps anything of it. */
export function refusedCorrection(identityVersion: number, person: Person) {
  if (person.status === 'absent') {
    return refuse(
      'IDENTITY_UNKNOWN',
      undefined,
      'Aucune identité n’est enregistrée pour cette personne.',
      'No identity is recorded for this person.',
    );
  }
  const merged = refusedMerged(person);
  if (merged) return merged;
  if (isErased(person, 'identity-proof')) {
    return refuse(
      'KEYS_DESTROYED',
      undefined,
      'L’identité de cette personne est effacée.',
      'This person’s identity is erased.',
    );
  }
  const next = person.identityVersion + 1;
  if (identityVersion === next) return undefined;
  return refuse(
    'IDENTITY_VERSION_OUT_OF_ORDER',
    '/identityVersion',
    `La prochaine version est la ${next}.`,
    `The next version is ${next}.`,
  );
}
