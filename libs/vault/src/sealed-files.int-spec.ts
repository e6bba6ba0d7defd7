import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type FileOwner, SealedFiles } from './sealed-files.js';
import type { Vault } from './vault.js';
import { AT, VaultFolder } from './vault.examples.js';

let folder: VaultFolder;
let vault: Vault;
let files: SealedFiles;
const owner: FileOwner = { personId: randomUUID(), keyClass: 'appraisal', folderId: randomUUID() };
const TEN_MIB = 10 * 1024 * 1024;
const at = (...path: string[]) => join(folder.folder, 'evidence', ...path);

beforeEach(async () => {
  folder = await VaultFolder.make();
  vault = await folder.open();
  files = await SealedFiles.open(at(), vault);
});
afterEach(() => folder.remove());

async function* inPieces(bytes: Buffer, size = 60_000): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield Promise.resolve(bytes.subarray(from, from + size));
}
const receive = (bytes: Buffer, fileId: string, max = TEN_MIB) => files.receive(owner, fileId, inPieces(bytes), max);
const corrupted = expect.objectContaining({ code: 'LEDGER_CORRUPTED' });

describe('A sealed file', () => {
  it('is given back as it was received, and described as it is in clear', async () => {
    const bytes = randomBytes(1_000_003);
    const fileId = randomUUID();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await receive(bytes, fileId)).toEqual({ sizeBytes: bytes.length, sha256 });
    expect(await files.read(owner, fileId)).toEqual(bytes);
    expect(await (await SealedFiles.open(at(), vault)).read(owner, fileId)).toEqual(bytes);
  });

  it('lies on the disk under its name, unreadable, for its owner only, and nothing half-written beside it', async () => {
    const fileId = randomUUID();
    const words = Buffer.from('Copie de Camille MARTIN. '.repeat(5_000));
    await receive(words, fileId);
    const kept = await readFile(at(owner.folderId, fileId));
    expect(kept.includes('MARTIN')).toBe(false);
    expect(kept).toHaveLength(36 + 12 + words.length + 16);
    expect((await stat(at(owner.folderId, fileId))).mode & 0o777).toBe(0o600);
    expect((await stat(at(owner.folderId))).mode & 0o777).toBe(0o700);
    expect(await readdir(at('.incoming'))).toEqual([]);
  });

  it('goes into a backup as it lies, and is read from there under the same keys; one half received does not', async () => {
    const bytes = randomBytes(70_000);
    const fileId = randomUUID();
    await receive(bytes, fileId);
    await writeFile(at('.incoming', 'half'), 'half');
    const copy = join(folder.folder, 'copy');
    expect(await files.backup(copy)).toEqual([`${owner.folderId}/${fileId}`]);
    await files.destroy(owner, fileId);
    expect(await (await SealedFiles.open(copy, vault)).read(owner, fileId)).toEqual(bytes);
    expect(await files.backup(join(folder.folder, 'later'))).toEqual([]);
  });

  it('is not there before it was received, and stays away where its sending broke off', async () => {
    const fileId = randomUUID();
    expect(await files.read(owner, fileId)).toBeUndefined();
    async function* broken(): AsyncGenerator<Buffer> {
      yield Promise.resolve(randomBytes(100_000));
      throw new Error('the sender is gone');
    }
    await expect(files.receive(owner, fileId, broken(), TEN_MIB)).rejects.toThrow('the sender is gone');
    expect(await files.read(owner, fileId)).toBeUndefined();
    expect(await readdir(at('.incoming'))).toEqual([]);
  });

  it('may have as many bytes as are taken, and no more', async () => {
    const fileId = randomUUID();
    const tooLarge = expect.objectContaining({ code: 'FILE_TOO_LARGE', retryable: false });
    await expect(receive(randomBytes(100_001), fileId, 100_000)).rejects.toEqual(tooLarge);
    expect(await files.read(owner, fileId)).toBeUndefined();
    expect(await receive(randomBytes(100_000), fileId, 100_000)).toMatchObject({ sizeBytes: 100_000 });
  });

  it('may be sent again, and is never replaced by another', async () => {
    const fileId = randomUUID();
    const bytes = randomBytes(10_000);
    const first = await receive(bytes, fileId);
    expect(await receive(bytes, fileId)).toEqual(first);
    await expect(receive(randomBytes(10_000), fileId)).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
    expect(await files.read(owner, fileId)).toEqual(bytes);
    expect(await readdir(at('.incoming'))).toEqual([]);
  });

  it('is kept once where the same is sent many times at once', async () => {
    const fileId = randomUUID();
    const bytes = randomBytes(200_000);
    const facts = await Promise.all(Array.from({ length: 8 }, () => receive(bytes, fileId)));
    expect(new Set(facts.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await files.read(owner, fileId)).toEqual(bytes);
  });

  it('does not open with a bit changed, cut short, under another name or in another folder', async () => {
    const [fileId, other] = [randomUUID(), randomUUID()];
    await receive(randomBytes(5_000), fileId);
    const path = at(owner.folderId, fileId);
    const whole = await readFile(path);
    for (const place of [0, 40, 2_000, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[place]! ^= 1;
      await writeFile(path, changed);
      await expect(files.read(owner, fileId)).rejects.toEqual(corrupted);
    }
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 50), Buffer.alloc(0)]) {
      await writeFile(path, bytes);
      await expect(files.read(owner, fileId)).rejects.toEqual(corrupted);
    }
    await writeFile(path, whole);
    await rename(path, at(owner.folderId, other));
    await expect(files.read(owner, other)).rejects.toEqual(corrupted);
    const elsewhere = { folderId: randomUUID() };
    await mkdir(at(elsewhere.folderId));
    await rename(at(owner.folderId, other), at(elsewhere.folderId, fileId));
    await expect(files.read(elsewhere, fileId)).rejects.toEqual(corrupted);
  });

  it('reads erased once the key of its person is destroyed, and no other can be added', async () => {
    const fileId = randomUUID();
    await receive(randomBytes(5_000), fileId);
    await vault.destroyKey(owner.personId, 'appraisal', AT);
    expect(await files.read(owner, fileId)).toEqual({ erased: true });
    await expect(receive(randomBytes(10), randomUUID())).rejects.toMatchObject({ code: 'PERSON_ERASED' });
  });

  it('is gone once it is destroyed; twice is as once', async () => {
    const fileId = randomUUID();
    await receive(randomBytes(5_000), fileId);
    await files.destroy(owner, fileId);
    await files.destroy(owner, fileId);
    await files.destroy({ folderId: randomUUID() }, fileId);
    expect(await files.read(owner, fileId)).toBeUndefined();
    expect(await readdir(at(owner.folderId))).toEqual([]);
  });

  it('is in no way of a path', async () => {
    await expect(files.read({ folderId: '..' }, randomUUID())).rejects.toThrow(TypeError);
    await expect(files.read(owner, '../vault.sqlite')).rejects.toThrow(TypeError);
  });

  it('leaves nothing of a sending that a stopped process left half-way', async () => {
    await mkdir(at('.incoming'), { recursive: true });
    await writeFile(at('.incoming', 'draft'), 'half');
    await SealedFiles.open(at(), vault);
    expect(await readdir(at())).toEqual([]);
  });
});

describe('A keyed digest in an event', () => {
  it('names its key, and is verified or refuted by the value', async () => {
    const digest = await vault.keyedDigestOf(owner.personId, 'appraisal', 'ab12');
    expect(digest).toEqual({
      alg: 'HMAC-SHA-256',
      keyId: expect.any(String),
      value: await vault.keyedDigest(owner.personId, 'appraisal', 'ab12'),
    });
    expect(await vault.verifyDigest(digest, 'ab12')).toBe('verified');
    expect(await vault.verifyDigest(digest, 'ab13')).toBe('refuted');
  });

  it('can be verified no more once its key is destroyed, and no new one is made', async () => {
    const digest = await vault.keyedDigestOf(owner.personId, 'appraisal', 'ab12');
    await vault.destroyKey(owner.personId, 'appraisal', AT);
    expect(await vault.verifyDigest(digest, 'ab12')).toBe('erased');
    await expect(vault.keyedDigestOf(owner.personId, 'appraisal', 'ab12')).rejects.toMatchObject({
      code: 'PERSON_ERASED',
    });
  });
});
