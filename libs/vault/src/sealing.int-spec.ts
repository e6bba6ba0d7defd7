import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';

import { KEY_CLASSES, type Sealed } from '@minutier/ledger';

import type { Vault } from './vault.js';
import { AT, VaultFolder } from './vault.examples.js';

let folder: VaultFolder;
let vault: Vault;
const person = randomUUID();

beforeEach(async () => {
  folder = await VaultFolder.make();
  vault = await folder.open();
});
afterEach(() => folder.remove());

const corrupted = expect.objectContaining({ code: 'LEDGER_CORRUPTED' });

describe('Sealing', () => {
  it('gives any JSON back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom(...KEY_CLASSES), fc.uuid(), async (value, keyClass, sealId) => {
        const sealed = await vault.seal(person, keyClass, sealId, value);
        expect(await vault.unseal(JSON.parse(JSON.stringify(sealed)) as Sealed)).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('names its algorithm, its key and its id, and differs each time', async () => {
    const sealId = randomUUID();
    const seals = await Promise.all(
      Array.from({ length: 20 }, () => vault.seal(person, 'appraisal', sealId, 'Fragile')),
    );
    expect(seals[0]).toEqual({
      alg: 'A256GCM',
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      sealId,
      ciphertext: expect.any(String) as string,
    });
    expect(Buffer.from(seals[0]!.ciphertext, 'base64')).toHaveLength(12 + '"Fragile"'.length + 16);
    expect(new Set(seals.map(({ ciphertext }) => ciphertext)).size).toBe(20);
    expect(new Set(seals.map(({ keyId }) => keyId)).size).toBe(1);
  });

  it('makes one key for fifty concurrent first uses', async () => {
    const uses = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0
        ? vault.seal(person, 'appraisal', randomUUID(), index).then(({ keyId }) => keyId)
        : vault.keyedDigest(person, 'appraisal', 'same'),
    );
    const answers = await Promise.all(uses);
    expect(new Set(answers).size).toBe(2);
    expect(folder.wrappedKeys()).toHaveLength(1);
  });

  it('says whose key a seal names, and digests with the id of the key', async () => {
    const { keyId } = await vault.seal(person, 'appraisal', randomUUID(), 'Fragile');
    const value = await vault.keyedDigest(person, 'appraisal', 'copy');
    expect(await vault.keyedDigestOf(person, 'appraisal', 'copy')).toEqual({ alg: 'HMAC-SHA-256', keyId, value });
    expect(await vault.ownerOf(keyId)).toBe(person);
    expect(await vault.ownerOf(randomUUID())).toBeUndefined();
    await vault.destroyKey(person, 'appraisal', AT);
    expect(await vault.ownerOf(keyId)).toBe(person);
    await expect(vault.keyedDigestOf(person, 'appraisal', 'copy')).rejects.toMatchObject({ code: 'PERSON_ERASED' });
  });

  it('makes one key per person and class', async () => {
    const owners = [person, randomUUID()].flatMap((owner) => KEY_CLASSES.map((keyClass) => ({ owner, keyClass })));
    const seals = await Promise.all(
      owners.map(({ owner, keyClass }) => vault.seal(owner, keyClass, randomUUID(), 'x')),
    );
    expect(new Set(seals.map(({ keyId }) => keyId)).size).toBe(6);
  });

  it('has the key on the disk before it is used: a copy of the files, as a crash leaves them, opens the seal', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const crashed = join(folder.folder, 'crashed.sqlite');
    await copyFile(folder.file, crashed);
    await copyFile(`${folder.file}-wal`, `${crashed}-wal`);
    expect(await (await folder.open(crashed)).unseal(sealed)).toBe('Solide');
  });

  it('lasts when the vault is closed and opened again, under the same key', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const digest = await vault.keyedDigest(person, 'appraisal', 'Solide');
    await vault.close();
    const again = await folder.open();
    expect(await again.unseal(sealed)).toBe('Solide');
    expect(await again.keyedDigest(person, 'appraisal', 'Solide')).toBe(digest);
    expect((await again.seal(person, 'appraisal', randomUUID(), 'Solide')).keyId).toBe(sealed.keyId);
  });

  it('answers whoever waits for a new key when the vault is closed, and nobody after', async () => {
    const waiting = vault.seal(person, 'contact', randomUUID(), 'x').catch((error: unknown) => error);
    await vault.close();
    expect(await waiting).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(vault.seal(person, 'contact', randomUUID(), 'x')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});

describe('A seal that was tampered with', () => {
  it('does not open under another id, another key or another ledger', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const other = await vault.seal(randomUUID(), 'appraisal', sealed.sealId, 'Solide');
    await expect(vault.unseal({ ...sealed, sealId: randomUUID() })).rejects.toEqual(corrupted);
    await expect(vault.unseal({ ...sealed, keyId: other.keyId })).rejects.toEqual(corrupted);
    await expect(vault.unseal({ ...sealed, keyId: randomUUID() })).rejects.toEqual(corrupted);
    await expect(vault.unseal({ ...sealed, ciphertext: `${sealed.ciphertext} ` })).rejects.toEqual(corrupted);
    expect(await vault.unseal(sealed)).toBe('Solide');
  });

  it('does not open with a bit changed', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    const bytes = Buffer.from(sealed.ciphertext, 'base64');
    bytes[bytes.length >> 1]! ^= 1;
    await expect(vault.unseal({ ...sealed, ciphertext: bytes.toString('base64') })).rejects.toEqual(corrupted);
  });
});

describe('A keyed digest', () => {
  it('is the same for the same value, and another for another value, person or class', async () => {
    const digest = await vault.keyedDigest(person, 'contact', { a: 1, b: 2 });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await vault.keyedDigest(person, 'contact', { b: 2, a: 1 })).toBe(digest);
    expect(await vault.keyedDigest(person, 'contact', { a: 1, b: 3 })).not.toBe(digest);
    expect(await vault.keyedDigest(person, 'appraisal', { a: 1, b: 2 })).not.toBe(digest);
    expect(await vault.keyedDigest(randomUUID(), 'contact', { a: 1, b: 2 })).not.toBe(digest);
  });
});

describe('Resealing', () => {
  it('gives the value to another person under a new id', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), ['Solide', 2]);
    const sealId = randomUUID();
    const resealed = (await vault.reseal(sealed, randomUUID(), 'appraisal', sealId)) as Sealed;
    expect(resealed.sealId).toBe(sealId);
    expect(resealed.keyId).not.toBe(sealed.keyId);
    await vault.destroyKey(person, 'appraisal', AT);
    expect(await vault.unseal(resealed)).toEqual(['Solide', 2]);
  });

  it('reads erased when the first key is gone, and refuses a receiver whose key is gone', async () => {
    const receiver = randomUUID();
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), 'Solide');
    await vault.destroyKey(receiver, 'appraisal', AT);
    await expect(vault.reseal(sealed, receiver, 'appraisal', randomUUID())).rejects.toMatchObject({
      code: 'PERSON_ERASED',
    });
    await vault.destroyKey(person, 'appraisal', AT);
    expect(await vault.reseal(sealed, randomUUID(), 'appraisal', randomUUID())).toEqual({ erased: true });
  });

  it('does not mistake a value that reads like an erasure', async () => {
    const sealed = await vault.seal(person, 'appraisal', randomUUID(), { erased: true });
    expect(await vault.reseal(sealed, randomUUID(), 'appraisal', randomUUID())).toMatchObject({ alg: 'A256GCM' });
  });
});
