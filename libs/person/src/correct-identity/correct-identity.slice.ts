import { commandSlice } from '@minutier/intake';
import { CommandRefused, Ledger } from '@minutier/ledger';
import { type Commitment, Vault } from '@minutier/vault';

import { contactOf, identityOf } from '../identity-input.js';
import { type Person, personStream } from '../person.state.js';
import { Persons } from '../persons.js';
import { CorrectIdentity } from './correct-identity.command.js';
import { correctIdentity, type GivenIdentity, refusedCorrection } from './correct-identity.decide.js';

export const correctIdentitySlice = commandSlice(CorrectIdentity, {
  post: 'persons/:personId/identity-corrections',
  tag: 'persons',
  summary: 'Rectifie l’identité d’une personne : une version de plus, les précédentes restent lisibles',
  needs: [Ledger, Persons, Vault],
  async execute(command, ledger, persons, vault) {
    const { personId, identityVersion, context } = command;
    const { state, receipts } = await ledger.load(personStream, personId);
    await settle(vault, personId, state);
    const isRepeat = receipts.has(context.commandId);
    const refusal = isRepeat ? undefined : refusedCorrection(identityVersion, state);
    // Refused before anything is sealed or kept: an erased person has no key to seal with.
    if (refusal && (await persons.isKnown(personId)))
      throw new CommandRefused(refusal.refused, refusal.because, refusal.pointer);
    // A repeat is answered as it was: what is given now is never looked at.
    const given = isRepeat || refusal ? NOTHING_GIVEN : await drafted(vault, command, state);
    try {
      return await persons.act(command, (sealed, person) => correctIdentity(sealed, person, given));
    } finally {
      await settle(vault, personId, await persons.of(personId));
    }
  },
});

const NOTHING_GIVEN: GivenIdentity = {
  commitment: { alg: 'HMAC-SHA-256', keyId: '', salt: '', value: '' },
  unchanged: false,
};

/** The vault first: what the ledger commits to must be there. It waits aside until the event names it. */
async function drafted(
  vault: Vault,
  { personId, identityVersion, identity: given, contact }: CorrectIdentity,
  person: Person,
): Promise<GivenIdentity> {
  const identity = identityOf(given);
  const { commitment: before, identityVersion: version } = person as {
    commitment: Commitment;
    identityVersion: number;
  };
  const standing = await vault.identity(personId, version, before);
  if (standing && same(standing, identity)) return { ...NOTHING_GIVEN, unchanged: true };
  return {
    commitment: await vault.draftIdentity(personId, identityVersion, identity, contactOf(contact)),
    unchanged: false,
  };
}

/** Takes in the version that the ledger names last; whatever else waited is nobody's. */
async function settle(vault: Vault, personId: string, person: Person): Promise<void> {
  if (person.status === 'known') await vault.settleIdentity(personId, person.identityVersion, person.commitment);
}

function same(one: object, other: object): boolean {
  return Object.entries(other).every(([field, value]) => (one as Record<string, unknown>)[field] === value);
}
