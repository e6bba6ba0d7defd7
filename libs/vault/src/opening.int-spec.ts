import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import { createMasterKey } from './master-key.js';
import { contact, identity, VaultFolder } from './vault.examples.js';
import { Vault } from './vault.js';

let folder: VaultFolder;

beforeEach(async () => {
  folder = await VaultFolder.make();
});
afterEach(() => folder.remove());

const refused = (message: RegExp): object => ({
  code: 'MASTER_KEY_REFUSED',
  retryable: false,
  message: expect.stringMatching(message) as string,
});

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777;
}

describe('The master key file', () => {
  it('is made on first need: 32 random bytes in base64, for its owner only', async () => {
    await folder.open();
    const text = await readFile(folder.masterKeyFile, 'utf8');
    expect(Buffer.from(text, 'base64')).toHaveLength(32);
    expect(text).toMatch(/^[A-Za-z0-9+/]{43}=\n$/);
    expect(await modeOf(folder.masterKeyFile)).toBe(0o600);
    expect((await folder.bytes()).map(({ name }) => name).filter((name) => name.endsWith('.draft'))).toEqual([]);
  });

  it('is never replaced, not even by fifty who make it at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => createMasterKey(folder.masterKeyFile)));
    const made = await readFile(folder.masterKeyFile, 'utf8');
    await createMasterKey(folder.masterKeyFile);
    expect(await readFile(folder.masterKeyFile, 'utf8')).toBe(made);
    expect(await folder.bytes()).toHaveLength(1);
  });

  it.each([
    ['empty', ''],
    ['short', randomBytes(31).toString('base64')],
    ['long', randomBytes(33).toString('base64')],
    ['in hexadecimal', randomBytes(32).toString('hex')],
    ['followed by another', `${randomBytes(32).toString('base64')}\n${randomBytes(32).toString('base64')}`],
  ])('is refused when it is %s', async (_, text) => {
    await writeFile(folder.masterKeyFile, text);
    await expect(folder.open()).rejects.toMatchObject(refused(/does not hold 32 bytes in base64 on one line/));
    expect(await readFile(folder.masterKeyFile, 'utf8')).toBe(text);
  });

  it('is refused when the vault was made under another one', async () => {
    await (await folder.open()).close();
    await writeFile(folder.masterKeyFile, randomBytes(32).toString('base64'));
    await expect(folder.open()).rejects.toMatchObject(refused(/was made under another master key/));
  });

  it('is not made anew for a vault that has lost it', async () => {
    await (await folder.open()).close();
    await rm(folder.masterKeyFile);
    await expect(folder.open()).rejects.toMatchObject(refused(/cannot be read: put it back/));
    await expect(stat(folder.masterKeyFile)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is not a folder, nor in a folder that is missing', async () => {
    const { file, ledgerId } = folder;
    const missing = join(folder.folder, 'missing', 'master.key');
    await expect(Vault.open({ file, ledgerId, masterKeyFile: folder.folder })).rejects.toMatchObject(refused(/read/));
    await expect(Vault.open({ file, ledgerId, masterKeyFile: missing })).rejects.toMatchObject(refused(/made/));
  });

  it('never stands in the vault', async () => {
    const vault = await folder.open();
    await vault.seal(randomUUID(), 'contact', randomUUID(), 'x');
    const text = (await readFile(folder.masterKeyFile, 'utf8')).trim();
    expect(await folder.holds(text)).toEqual(['master.key']);
    expect(await folder.holds(Buffer.from(text, 'base64'))).toEqual([]);
  });
});

describe('The vault file', () => {
  it('is for its owner only, its log and its backup too', async () => {
    const vault = await folder.open();
    await vault.seal(randomUUID(), 'contact', randomUUID(), 'x');
    const copy = join(folder.folder, 'copy.sqlite');
    await vault.backup(copy);
    for (const file of [folder.file, `${folder.file}-wal`, copy]) expect(await modeOf(file)).toBe(0o600);
  });

  it('is refused for another ledger', async () => {
    await (await folder.open()).close();
    const { file, masterKeyFile } = folder;
    await expect(Vault.open({ file, masterKeyFile, ledgerId: randomUUID() })).rejects.toMatchObject({
      code: 'VAULT_REFUSED',
    });
  });

  it('is refused when a later version of Minutier wrote it', async () => {
    await (await folder.open()).close();
    const database = new Database(folder.file);
    database.pragma('user_version = 3');
    database.close();
    await expect(folder.open()).rejects.toMatchObject({ code: 'VAULT_REFUSED' });
  });

  it('gains what a vault of the first version lacks', async () => {
    const person = randomUUID();
    const old = await folder.open();
    await old.recordIdentity(person, 1, identity, contact);
    await old.close();
    const database = new Database(folder.file);
    database.exec('DROP TABLE identity_drafts; PRAGMA user_version = 1');
    database.close();
    const vault = await folder.open();
    const drafted = await vault.draftIdentity(person, 2, { ...identity, usualName: 'Vasseur' }, null);
    await vault.settleIdentity(person, 2, drafted);
    expect(await vault.identity(person, 1)).toEqual(identity);
    expect(await vault.identity(person)).toMatchObject({ usualName: 'Vasseur' });
  });

  it('is refused when it is no vault', async () => {
    await writeFile(folder.file, randomBytes(8192));
    await expect(folder.open()).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
  });

  it('makes one key for a person whom two connections meet at once', async () => {
    const [one, two] = [await folder.open(), await folder.open()];
    const person = randomUUID();
    const seals = await Promise.all([one, two].map((vault) => vault.seal(person, 'contact', randomUUID(), 'x')));
    expect(seals[0]!.keyId).toBe(seals[1]!.keyId);
    expect(await one.unseal(seals[1]!)).toBe('x');
  });

  it('refuses a wrapped key that was put in the place of another', async () => {
    const vault = await folder.open();
    const [one, two] = [randomUUID(), randomUUID()];
    const sealed = await vault.seal(one, 'contact', randomUUID(), 'x');
    await vault.seal(two, 'contact', randomUUID(), 'x');
    await vault.close();
    const database = new Database(folder.file);
    database.exec('UPDATE wrapped_keys SET wrapped = (SELECT wrapped FROM wrapped_keys WHERE number = 2)');
    database.close();
    await expect((await folder.open()).unseal(sealed)).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
  });

  it('may be closed twice', async () => {
    const vault = await folder.open();
    const { id } = await vault.registerActor({ name: 'Zoé', roles: [] });
    expect(await vault.actor(id)).toMatchObject({ id });
    await vault.close();
    await vault.close();
    // Not even what memory held is answered.
    await expect(vault.actor(id)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(vault.actors()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });
});
