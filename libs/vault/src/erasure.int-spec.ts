import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { Vault } from './vault.js';
import { AT, contact, identity, VaultFolder } from './vault.examples.js';

let folder: VaultFolder;
let vault: Vault;
const person = randomUUID();

beforeEach(async () => {
  folder = await VaultFolder.make();
  vault = await folder.open();
});
afterEach(() => folder.remove());

const erased = { erased: true };
const LATER = '2026-04-01T09:00:00.000Z';

describe('Destroying a key', () => {
  it('makes all that it sealed read erased, for ever, and other classes and persons stay', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const proof = await vault.seal(person, 'identity-proof', randomUUID(), 'Proof');
    const other = await vault.seal(randomUUID(), 'appraisal', randomUUID(), 'Other');
    const destroyed = await vault.destroyKey(person, 'appraisal', AT);
    expect(destroyed).toEqual({ keyId: sealed.keyId, personId: person, keyClass: 'appraisal', destroyedAt: AT });
    for (const reader of [vault, await folder.open()]) {
      expect(await reader.unseal(sealed)).toEqual(erased);
      expect(await reader.unseal(proof)).toBe('Proof');
      expect(await reader.unseal(other)).toBe('Other');
      await expect(reader.seal(person, 'appraisal', randomUUID(), 'x')).rejects.toMatchObject({
        code: 'PERSON_ERASED',
        retryable: false,
      });
      expect(await reader.keyedDigest(person, 'appraisal', 'Solide')).toBeUndefined();
    }
  });

  it('may be repeated: the first instant stands', async () => {
    await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const first = await vault.destroyKey(person, 'appraisal', AT);
    expect(await vault.destroyKey(person, 'appraisal', LATER)).toEqual(first);
    expect(await vault.destroyedKeys()).toEqual([first]);
  });

  it('holds for a person who had no key yet', async () => {
    await vault.destroyKey(person, 'contact', AT);
    await expect(vault.seal(person, 'contact', randomUUID(), 'x')).rejects.toMatchObject({ code: 'PERSON_ERASED' });
    expect(await vault.destroyedKeys()).toHaveLength(1);
  });

  it('wins over a first use under way', async () => {
    const uses = Array.from({ length: 10 }, () => vault.seal(person, 'contact', randomUUID(), 'x'));
    const settled = Promise.allSettled(uses);
    await vault.destroyKey(person, 'contact', AT);
    expect(new Set((await settled).map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(folder.wrappedKeys()).toEqual([]);
  });

  it('is noticed by another connection that holds the key in memory', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    await vault.recordIdentity(person, 1, identity, null);
    const other = await folder.open();
    expect(await other.unseal(sealed)).toBe('Solide');
    expect(await other.identity(person)).toEqual(identity);
    await vault.destroyKey(person, 'appraisal', AT);
    await vault.destroyKey(person, 'identity-proof', AT);
    expect(await other.unseal(sealed)).toEqual(erased);
    expect(await other.identity(person)).toEqual(erased);
  });

  it('takes the identity and the contact of their classes away', async () => {
    const commitment = await vault.recordIdentity(person, 1, identity, contact);
    await vault.destroyKey(person, 'contact', AT);
    expect(await vault.contact(person)).toEqual(erased);
    expect(await vault.identity(person)).toEqual(identity);
    expect(await vault.recordIdentity(person, 1, identity, contact)).toEqual(commitment);
    await expect(vault.recordIdentity(person, 2, identity, contact)).rejects.toMatchObject({ code: 'PERSON_ERASED' });
    await vault.recordIdentity(person, 2, identity, null);
    // What was read stands in memory: it must go as well.
    expect(await vault.identity(person)).toEqual(identity);
    expect(await vault.identity(person, 1)).toEqual(identity);
    await vault.destroyKey(person, 'identity-proof', AT);
    expect(await vault.identity(person)).toEqual(erased);
    expect(await vault.identity(person, 1)).toEqual(erased);
    expect(await vault.identity(person, 7)).toEqual(erased);
    expect(await vault.identitiesOf([person, randomUUID()])).toEqual(new Map([[person, erased]]));
    expect(await vault.verifyCommitment(person, 1, commitment)).toBe('erased');
    await expect(vault.recordIdentity(person, 1, identity, null)).rejects.toMatchObject({ code: 'PERSON_ERASED' });
  });
});

describe('The bytes of a destroyed key', () => {
  it('leave no ciphertext of an identity or contact behind, which an older copy of the key would open', async () => {
    await vault.recordIdentity(person, 1, identity, contact);
    const columns = (): unknown => {
      const database = new Database(folder.file, { readonly: true });
      try {
        return database.prepare('SELECT identity IS NULL, contact IS NULL FROM identities').raw().get();
      } finally {
        database.close();
      }
    };
    expect(columns()).toEqual([0, 0]);
    await vault.destroyKey(person, 'contact', AT);
    expect(columns()).toEqual([0, 1]);
    await vault.destroyKey(person, 'identity-proof', AT);
    expect(columns()).toEqual([1, 1]);
  });

  // Goal: no copy survives the growth of the tables, splits of their pages included. Method: many keys, destroyed in
  // a scattered order, every file searched for every wrapped key each time.
  it('are in no file of the vault, and those of the others still are', async () => {
    const persons = Array.from({ length: 600 }, () => randomUUID());
    for (let from = 0; from < persons.length; from += 7) {
      await Promise.all(persons.slice(from, from + 7).map((each) => vault.recordIdentity(each, 1, identity, contact)));
    }
    const wrapped = folder.wrappedKeys();
    expect(wrapped).toHaveLength(1200);
    const scattered = persons.toSorted();
    for (const each of scattered.slice(0, 300)) {
      await vault.destroyKey(each, 'identity-proof', AT);
      await vault.destroyKey(each, 'contact', AT);
    }
    const kept = new Set(folder.wrappedKeys().map((bytes) => bytes.toString('hex')));
    const files = await folder.bytes();
    expect(files.find(({ name }) => name.endsWith('-wal'))!.bytes).toHaveLength(0);
    let gone = 0;
    for (const bytes of wrapped) {
      const found = files.some((file) => file.bytes.includes(bytes));
      expect(found).toBe(kept.has(bytes.toString('hex')));
      if (!found) gone += 1;
    }
    expect(gone).toBe(600);
  });

  // Goal: a page already copied is copied again when a key in it is destroyed. Method: the first persons' keys, whose
  // pages go first, are destroyed while the copy is under way; some destructions may come too late for it.
  it('are not in a backup under way, once they are gone from the vault', async () => {
    const persons = Array.from({ length: 6000 }, () => randomUUID());
    await Promise.all(persons.map((each) => vault.seal(each, 'appraisal', randomUUID(), 'x')));
    const wrapped = folder.wrappedKeys();
    const copy = join(folder.folder, 'copy.sqlite');
    const copying = vault.backup(copy);
    for (const each of persons.slice(0, 20)) {
      await new Promise(setImmediate);
      await vault.destroyKey(each, 'appraisal', AT);
    }
    await copying;
    const [inVault, inCopy] = [folder.file, copy].map(
      (file) => new Set(folder.wrappedKeys(file).map((bytes) => bytes.toString('hex'))),
    );
    expect(inVault!.size).toBe(6000 - 20 + 1);
    expect(inCopy!.size).toBeLessThan(6000);
    for (const bytes of wrapped.slice(0, 40)) {
      const hex = bytes.toString('hex');
      const holders = [...(inCopy!.has(hex) ? ['copy.sqlite'] : []), ...(inVault!.has(hex) ? ['vault.sqlite'] : [])];
      expect(await folder.holds(bytes)).toEqual(holders);
    }
  });

  it('are said to be left in the log while another reader holds it, and go when it is asked again', async () => {
    await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const [wrapped] = folder.wrappedKeys();
    const reader = new Database(folder.file, { readonly: true });
    reader.exec('BEGIN; SELECT * FROM keys');
    await expect(vault.destroyKey(person, 'appraisal', AT)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retryable: true,
    });
    expect(await folder.holds(wrapped!)).not.toEqual([]);
    reader.close();
    expect(await vault.destroyKey(person, 'appraisal', LATER)).toMatchObject({ destroyedAt: AT });
    expect(await folder.holds(wrapped!)).toEqual([]);
  });
});

describe('A restored backup', () => {
  it('forgets again what the key-destruction list names', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    await vault.recordIdentity(person, 1, identity, contact);
    const copy = join(folder.folder, 'copy.sqlite');
    await vault.backup(copy);
    const born = randomUUID();
    const later = await vault.seal(born, 'appraisal', randomUUID(), 'made after the backup');
    for (const keyClass of ['appraisal', 'identity-proof', 'contact'] as const) {
      await vault.destroyKey(person, keyClass, AT);
    }
    await vault.destroyKey(born, 'appraisal', LATER);
    const list = await vault.destroyedKeys();

    const restored = await folder.open(copy);
    expect(await restored.unseal(sealed)).toBe('Solide');
    await restored.replayDestructions(list);
    await restored.replayDestructions(list);
    expect(await restored.unseal(sealed)).toEqual(erased);
    expect(await restored.unseal(later)).toEqual(erased);
    expect(await restored.identity(person)).toEqual(erased);
    expect(await restored.contact(person)).toEqual(erased);
    expect(new Set(await restored.destroyedKeys())).toEqual(new Set(list));
    await expect(restored.seal(born, 'appraisal', randomUUID(), 'x')).rejects.toMatchObject({ code: 'PERSON_ERASED' });
  });

  it('loses the key that was made since for a person who had been erased', async () => {
    const copy = join(folder.folder, 'copy.sqlite');
    await vault.backup(copy);
    const before = await vault.seal(person, 'appraisal', randomUUID(), 'x');
    await vault.destroyKey(person, 'appraisal', AT);
    const restored = await folder.open(copy);
    const since = await restored.seal(person, 'appraisal', randomUUID(), 'y');
    await restored.replayDestructions(await vault.destroyedKeys());
    expect(await restored.unseal(before)).toEqual(erased);
    expect(await restored.unseal(since)).toEqual(erased);
    expect(await restored.destroyedKeys()).toHaveLength(2);
  });

  it('refuses the list of another vault, and then destroys nothing', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const strange = { keyId: sealed.keyId, personId: randomUUID(), keyClass: 'appraisal', destroyedAt: AT } as const;
    const right = { ...strange, personId: person };
    await expect(vault.replayDestructions([right, strange])).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
    expect(await vault.unseal(sealed)).toBe('Solide');
  });

  it('is not written over a file that is there', async () => {
    const copy = join(folder.folder, 'copy.sqlite');
    await copyFile(folder.file, copy);
    await expect(vault.backup(copy)).rejects.toMatchObject({ code: 'EEXIST' });
  });
});
