import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { create, extract } from 'tar';

import { documentOf, newFolder, runCommand, startCommand } from './minutier.examples.js';

/**
 * Goal: a restore brings nobody back. Method: a person is erased before a backup and another after it; the vault is put
 * back to before both, and each way of telling what was destroyed is tried.
 */
const work = newFolder('erased');
afterAll(() => rmSync(work, { recursive: true, force: true }));

const settings = { MINUTIER_DATA: join(work, 'institution') };
const backup = join(work, 'backup.tar.gz');
const older = join(work, 'older.tar.gz');
const list = join(work, 'destroyed.json');

interface Serving {
  readonly url: string;
  readonly registrarId: string;
}

/** Serves a data folder while something is done with it. */
async function served<Done>(folder: string, work: (serving: Serving) => Promise<Done>): Promise<Done> {
  const serving = startCommand(['serve', '--json'], { MINUTIER_DATA: folder });
  try {
    return await work(await documentOf<Serving>(serving));
  } finally {
    serving.child.kill('SIGINT');
    await serving.ended;
  }
}

async function record({ url, registrarId }: Serving, path: string, body: object): Promise<{ id: string }> {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'minutier-actor': registrarId, 'minutier-role': 'registrar' },
    body: JSON.stringify(body),
  });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as { id: string };
}

async function identityIn({ url }: Serving, personId: string): Promise<unknown> {
  return ((await (await fetch(`${url}/api/v1/persons/${personId}`)).json()) as { identity: unknown }).identity;
}

const person = (birthName: string) => ({
  identity: { birthName, firstNames: 'Camille', bornOn: '1997-05-14', birthPlace: 'Lille' },
});

/** Whether the vault of a folder that nobody serves yet holds nothing more of that identity. */
function isBlank(folder: string, personId: string): boolean {
  const database = new Database(join(folder, 'vault.sqlite'), { readonly: true });
  try {
    const blank = database.prepare('SELECT identity IS NULL FROM identities WHERE person_id = ?').pluck().get(personId);
    return blank === 1;
  } finally {
    database.close();
  }
}

async function erase(serving: Serving, personId: string): Promise<void> {
  const { id: approvedBy } = await record(serving, 'actors', { name: 'Sacha MOREAU', roles: ['registrar'] });
  await record(serving, `persons/${personId}/erasures`, {
    classes: ['identity-proof', 'contact'],
    kept: [],
    basis: 'court-order',
    approvedBy,
    authority: { code: 'court', document: 'TJ-2019-77' },
  });
  const isErased = async () => (await identityIn(serving, personId)) as { erased?: true };
  while (!(await isErased()).erased) await new Promise((resolve) => setTimeout(resolve, 20));
}

function folderWithKey(name: string): string {
  const folder = join(work, name);
  mkdirSync(folder);
  cpSync(join(settings.MINUTIER_DATA, 'master.key'), join(folder, 'master.key'));
  return folder;
}

/** The backup with the vault of an older one in the place of its own, as somebody may put files together. */
async function withOlderVault(): Promise<string> {
  const [own, old] = ['own', 'old'].map((name) => join(work, name)) as [string, string];
  for (const folder of [own, old]) mkdirSync(folder);
  await extract({ file: backup, cwd: own });
  await extract({ file: older, cwd: old });
  cpSync(join(old, 'vault.sqlite'), join(own, 'vault.sqlite'));
  const manifest = JSON.parse(readFileSync(join(own, 'manifest.json'), 'utf8')) as { parts: { name: string }[] };
  const bytes = readFileSync(join(own, 'vault.sqlite'));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const parts = manifest.parts.map((part) =>
    part.name === 'vault.sqlite' ? { ...part, sha256, sizeBytes: bytes.length } : part,
  );
  writeFileSync(join(own, 'manifest.json'), JSON.stringify({ ...manifest, parts }));
  const mixed = join(work, 'mixed.tar.gz');
  await create({ gzip: true, cwd: own, file: mixed }, ['manifest.json', 'ledger.sqlite', 'vault.sqlite']);
  return mixed;
}

describe('a restore after an erasure', () => {
  let before: string;
  let after: string;
  let kept: string;

  beforeAll(async () => {
    await served(settings.MINUTIER_DATA, async (serving) => {
      before = (await record(serving, 'persons', person('AVANT'))).id;
      after = (await record(serving, 'persons', person('APRES'))).id;
      kept = (await record(serving, 'persons', person('RESTE'))).id;
      expect(await runCommand(['backup', older], settings)).toMatchObject({ code: 0 });
      await erase(serving, before);
      expect(await runCommand(['backup', backup], settings)).toMatchObject({ code: 0 });
      await erase(serving, after);
      const answer = await fetch(`${serving.url}/api/v1/destroyed-keys`);
      writeFileSync(list, await answer.text());
    });
  });

  const restored = async (name: string, file: string, ...options: readonly string[]): Promise<string> => {
    const folder = folderWithKey(name);
    const ended = await runCommand(['restore', file, ...options, '--json'], { MINUTIER_DATA: folder });
    expect(ended).toMatchObject({ code: 0 });
    return folder;
  };
  const identities = (folder: string) =>
    served(folder, (serving) => Promise.all([before, after, kept].map((id) => identityIn(serving, id))));
  const erased = { erased: true };

  it('leaves erased whoever the restored ledger says was erased, whatever the age of the vault beside it', async () => {
    const folder = await restored('mixed', await withOlderVault());
    expect(isBlank(folder, before)).toBe(true);
    const [was, since, stays] = await identities(folder);
    expect(was).toEqual(erased);
    // Nothing in the backup says it: the former folder, or the list, must.
    expect(since).toMatchObject({ birthName: 'APRES' });
    expect(stays).toMatchObject({ birthName: 'RESTE' });
  });

  it.each([
    ['the former data folder', () => settings.MINUTIER_DATA],
    ['the list that was kept apart', () => list],
  ])('leaves erased who was erased since, by %s', async (name, path) => {
    const folder = await restored(name.replaceAll(' ', '-'), backup, '--destroyed', path());
    expect(isBlank(folder, after)).toBe(true);
    const [was, since, stays] = await identities(folder);
    expect([was, since]).toEqual([erased, erased]);
    expect(stays).toMatchObject({ birthName: 'RESTE' });
  });

  it('is refused by what is no list, nor the former folder of this ledger', async () => {
    const refused = async (path: string, words: RegExp) => {
      const folder = folderWithKey(`refused-${words.source.replaceAll(/\W/g, '')}`);
      const ended = await runCommand(['restore', backup, '--destroyed', path], { MINUTIER_DATA: folder });
      expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(words) });
    };
    const text = join(work, 'text');
    writeFileSync(text, '{"items": [{"keyId": "x"}]}');
    await refused(text, /no list/);
    await refused(join(work, 'absent'), /not exist/);
    mkdirSync(join(work, 'hollow'));
    await refused(join(work, 'hollow'), /no ledger/);
    const stranger = join(work, 'stranger');
    await served(stranger, () => Promise.resolve());
    await refused(stranger, /the backup is of/);
  });
});
