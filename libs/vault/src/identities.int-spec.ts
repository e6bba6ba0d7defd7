import { createHmac, randomUUID } from 'node:crypto';

import Database from 'better-sqlite3';
import fc from 'fast-check';

import type { Identity } from './identities.js';
import type { Vault } from './vault.js';
import { AT, contact, identity, VaultFolder } from './vault.examples.js';

let folder: VaultFolder;
let vault: Vault;
const person = randomUUID();
const married: Identity = { ...identity, usualName: 'Vasseur' };

beforeEach(async () => {
  folder = await VaultFolder.make();
  vault = await folder.open();
});
afterEach(() => folder.remove());

describe('An identity', () => {
  it('is read back by version, the last one by default, after reopening too', async () => {
    await vault.recordIdentity(person, 1, identity, contact);
    expect(await vault.identity(person)).toEqual(identity);
    await vault.recordIdentity(person, 2, married, null);
    expect(await vault.identity(person)).toEqual(married);
    for (const reader of [vault, await folder.open()]) {
      expect(await reader.identity(person)).toEqual(married);
      expect(await reader.identity(person, 1)).toEqual(identity);
      expect(await reader.identity(person, 2)).toEqual(married);
      expect(await reader.identity(person, 3)).toBeUndefined();
      expect(await reader.identity(randomUUID())).toBeUndefined();
    }
  });

  it('keeps the last contact given until another is', async () => {
    expect(await vault.contact(person)).toBeUndefined();
    await vault.recordIdentity(person, 1, identity, contact);
    await vault.recordIdentity(person, 2, married, null);
    expect(await vault.contact(person)).toEqual(contact);
    const moved = { ...contact, address: null };
    await vault.recordIdentity(person, 3, married, moved);
    expect(await vault.contact(person)).toEqual(moved);
  });

  it('is read for many at once; strangers are left out', async () => {
    const persons = Array.from({ length: 50 }, () => randomUUID());
    await Promise.all(
      persons.map((each, index) => vault.recordIdentity(each, 1, { ...identity, birthName: `N${index}` }, null)),
    );
    const identities = await vault.identitiesOf([...persons, randomUUID()]);
    expect(identities.size).toBe(50);
    expect(identities.get(persons[7]!)).toMatchObject({ birthName: 'N7' });
  });

  it('cannot be changed through what was read', async () => {
    await vault.recordIdentity(person, 1, identity, null);
    const read = (await vault.identity(person)) as { birthName: string };
    expect(() => (read.birthName = 'X')).toThrow(TypeError);
    expect(await vault.identity(person)).toEqual(identity);
  });

  it('is refused under a version that is not 1, 2, 3…', async () => {
    for (const version of [0, -1, 1.5, NaN]) {
      await expect(vault.recordIdentity(person, version, identity, null)).rejects.toThrow(TypeError);
    }
  });

  it('stands in no file in clear, nor does a contact, a sealed value or the name of an actor', async () => {
    await vault.recordIdentity(person, 1, identity, contact);
    await vault.recordIdentity(person, 2, married, contact, 'clear salt');
    await vault.seal(person, 'appraisal', randomUUID(), 'Argumentation décousue');
    await vault.registerActor({ name: 'Hippolyte Grandjean', roles: ['registrar'] });
    const secrets = [...Object.values(married), ...Object.values(contact), 'Argumentation', 'Grandjean', 'apolline'];
    const search = async (): Promise<void> => {
      for (const secret of secrets) {
        if (secret === null || secret.length < 4) continue;
        for (const encoding of ['utf8', 'latin1', 'utf16le'] as const) {
          expect(await folder.holds(Buffer.from(secret, encoding))).toEqual([]);
        }
        expect(await folder.holds(Buffer.from(secret).toString('hex'))).toEqual([]);
      }
    };
    expect((await folder.bytes()).map(({ name }) => name)).toContain('vault.sqlite-wal');
    // The search itself finds what is there.
    expect(await folder.holds('clear salt')).not.toEqual([]);
    await search();
    await vault.close();
    await search();
  });
});

describe('The commitment to an identity', () => {
  it('is an HMAC that its identity alone verifies', async () => {
    const commitment = await vault.recordIdentity(person, 1, identity, null);
    expect(commitment).toEqual({
      alg: 'HMAC-SHA-256',
      keyId: (await vault.seal(person, 'identity-proof', randomUUID(), 'x')).keyId,
      salt: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) as string,
      value: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(await vault.verifyCommitment(person, 1, commitment)).toBe('verified');
    expect(await (await folder.open()).verifyCommitment(person, 1, commitment)).toBe('verified');
  });

  it('is refuted for another version, person, salt, key or value', async () => {
    const commitment = await vault.recordIdentity(person, 1, identity, null);
    const twin = randomUUID();
    await vault.recordIdentity(person, 2, identity, null);
    await vault.recordIdentity(twin, 1, identity, null);
    expect(await vault.verifyCommitment(person, 2, commitment)).toBe('refuted');
    expect(await vault.verifyCommitment(person, 3, commitment)).toBe('refuted');
    expect(await vault.verifyCommitment(twin, 1, commitment)).toBe('refuted');
    expect(await vault.verifyCommitment(randomUUID(), 1, commitment)).toBe('refuted');
    for (const change of [{ salt: 'x' }, { keyId: randomUUID() }, { value: 'é' }, { value: '0'.repeat(64) }]) {
      expect(await vault.verifyCommitment(person, 1, { ...commitment, ...change })).toBe('refuted');
    }
  });

  it('is another for any other identity, and is not the digest of the same content', async () => {
    const commitment = await vault.recordIdentity(person, 1, identity, null, 'salt');
    const content = { salt: 'salt', personId: person, version: 1, identity };
    expect(await vault.keyedDigest(person, 'identity-proof', content)).not.toBe(commitment.value);
    expect(createHmac('sha256', 'salt').update(JSON.stringify(content)).digest('hex')).not.toBe(commitment.value);
    let version = 1;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (birthName) => {
        version += 1;
        const other = await vault.recordIdentity(person, version, { ...identity, birthName }, null, 'salt');
        expect(other.value).not.toBe(commitment.value);
        expect(await vault.verifyCommitment(person, version, other)).toBe('verified');
      }),
      { numRuns: 50 },
    );
  });

  it('is the same when the same is recorded again, whatever the new salt, at once or later', async () => {
    const given = { ...identity, comment: 'not a field' };
    const commitments = await Promise.all(
      Array.from({ length: 10 }, () => vault.recordIdentity(person, 1, given, contact)),
    );
    expect(new Set(commitments.map(({ value }) => value)).size).toBe(1);
    expect(await vault.recordIdentity(person, 1, { ...identity }, contact, 'another salt')).toEqual(commitments[0]);
    expect(await (await folder.open()).recordIdentity(person, 1, identity, contact)).toEqual(commitments[0]);
  });

  it('keeps the salt that was given', async () => {
    expect(await vault.recordIdentity(person, 1, identity, null, 'salt')).toMatchObject({ salt: 'salt' });
  });

  it('is refused for another content under the same version', async () => {
    const commitment = await vault.recordIdentity(person, 1, identity, contact);
    const taken = { code: 'IDENTITY_VERSION_TAKEN', personId: person, version: 1 };
    await expect(vault.recordIdentity(person, 1, married, contact)).rejects.toMatchObject(taken);
    await expect(vault.recordIdentity(person, 1, identity, null)).rejects.toMatchObject(taken);
    await expect(vault.recordIdentity(person, 1, identity, { ...contact, phone: null })).rejects.toMatchObject(taken);
    expect(await vault.identity(person)).toEqual(identity);
    expect(await vault.verifyCommitment(person, 1, commitment)).toBe('verified');
  });
});

describe('A draft of an identity', () => {
  beforeEach(() => vault.recordIdentity(person, 1, identity, contact));

  it('is the identity of nobody until an event names it', async () => {
    const drafted = await vault.draftIdentity(person, 2, married, null);
    expect(await vault.identity(person)).toEqual(identity);
    expect(await vault.identity(person, 2)).toBeUndefined();
    await vault.settleIdentity(person, 2, drafted);
    expect(await vault.identity(person)).toEqual(married);
    expect(await vault.identity(person, 2)).toEqual(married);
    expect(await vault.verifyCommitment(person, 2, drafted)).toBe('verified');
  });

  it('never takes the place of another: the one that the ledger names is taken in, the others go', async () => {
    const [other, named] = [
      await vault.draftIdentity(person, 2, { ...identity, usualName: 'Autre' }, null),
      await vault.draftIdentity(person, 2, married, { ...contact, phone: null }),
    ];
    await vault.settleIdentity(person, 2, named);
    await vault.settleIdentity(person, 2, named);
    expect(await vault.identity(person, 2)).toEqual(married);
    expect(await vault.contact(person)).toEqual({ ...contact, phone: null });
    expect(await vault.verifyCommitment(person, 2, other)).toBe('refuted');
    await vault.settleIdentity(person, 2, other);
    expect(await vault.identity(person, 2)).toEqual(married);
  });

  it('is found by the commitment of the event where a crash kept it from being settled', async () => {
    await vault.draftIdentity(person, 2, { ...identity, usualName: 'Autre' }, null);
    const named = await vault.draftIdentity(person, 2, married, null);
    const reopened = await folder.open();
    expect(await reopened.identity(person, 2, named)).toEqual(married);
    expect(await reopened.verifyCommitment(person, 2, named)).toBe('verified');
    expect(await reopened.identity(person, 2, { ...named, value: '0'.repeat(64) })).toBeUndefined();
  });

  it('goes with its key', async () => {
    await vault.draftIdentity(person, 2, married, contact);
    await vault.destroyKey(person, 'contact', AT);
    await vault.destroyKey(person, 'identity-proof', AT);
    const database = new Database(folder.file, { readonly: true });
    expect(database.prepare('SELECT count(*) FROM identity_drafts').pluck().get()).toBe(0);
    database.close();
    await expect(vault.draftIdentity(person, 2, married, null)).rejects.toMatchObject({ code: 'PERSON_ERASED' });
  });
});

describe('An actor', () => {
  it('is known by his id, his name read back, after reopening too', async () => {
    const given = await vault.registerActor({ name: 'Hippolyte Grandjean', roles: ['registrar', 'jury-chair'] });
    const named = await vault.registerActor({ id: randomUUID(), name: 'Zoé', roles: [] });
    for (const reader of [vault, await folder.open()]) {
      expect(await reader.actor(given.id)).toEqual({ ...given, roles: ['jury-chair', 'registrar'] });
      expect(await reader.actors()).toEqual([given, named]);
      expect(await reader.actor(randomUUID())).toBeUndefined();
    }
  });

  it('may be registered again as he is, and not otherwise', async () => {
    const actor = await vault.registerActor({ name: 'Zoé', roles: ['registrar', 'examiner'] });
    expect(await vault.registerActor({ ...actor, roles: ['examiner', 'registrar', 'examiner'] })).toEqual(actor);
    await expect(vault.registerActor({ ...actor, name: 'Léa' })).rejects.toMatchObject({ code: 'ACTOR_ID_TAKEN' });
    await expect(vault.registerActor({ ...actor, roles: [] })).rejects.toMatchObject({ code: 'ACTOR_ID_TAKEN' });
    expect(await vault.actors()).toEqual([actor]);
  });
});
