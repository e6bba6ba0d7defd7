import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

import Database from 'better-sqlite3';
import { create, extract, list } from 'tar';

import { eventHash } from '@minutier/proof';

import { documentOf, FICHE_FILE, newFolder, runCommand, startCommand } from './minutier.examples.js';

/** Goal: what a backup made beside a busy writer holds is exactly the ledger up to one event, and a restore goes on from it. */
const work = newFolder('backup');
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Manifest {
  readonly lastOrdinal: number;
  readonly lastEventHash: string;
  readonly epoch: number;
}

const settings = { MINUTIER_DATA: join(work, 'institution') };
const file = join(work, 'backup.tar.gz');

function hashesIn(folder: string): string[] {
  const database = new Database(join(folder, 'ledger.sqlite'), { readonly: true });
  const rows = database
    .prepare(
      'SELECT s.name AS stream, e.revision, e.id, e.type, e.version, e.data, e.meta FROM events e JOIN streams s ON s.number = e.stream ORDER BY e.ordinal',
    )
    .all() as {
    stream: string;
    revision: number;
    id: string;
    type: string;
    version: number;
    data: string;
    meta: string;
  }[];
  database.close();
  return rows.map((row) => eventHash({ ...row, data: JSON.parse(row.data), meta: JSON.parse(row.meta) }));
}

function folderWithKey(name: string): string {
  const folder = join(work, name);
  mkdirSync(folder);
  cpSync(join(settings.MINUTIER_DATA, 'master.key'), join(folder, 'master.key'));
  return folder;
}

describe('a backup made while persons are recorded', () => {
  let manifest: Manifest;

  beforeAll(async () => {
    const serving = startCommand(['serve', '--json'], settings);
    const { url, registrarId } = await documentOf<{ url: string; registrarId: string }>(serving);
    let writing = true;
    let answered = 0;
    const writer = async () => {
      while (writing) {
        const identity = { birthName: 'MARTIN', firstNames: 'Camille', bornOn: '1997-05-14', birthPlace: 'Lille' };
        const { status } = await fetch(`${url}/api/v1/persons`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'minutier-actor': registrarId, 'minutier-role': 'registrar' },
          body: JSON.stringify({ identity }),
        });
        expect(status).toBe(201);
        answered += 1;
      }
    };
    const writers = [writer(), writer(), writer()];
    const made = await runCommand(['backup', file, '--json'], settings);
    expect(answered).toBeGreaterThan(50);
    expect(made).toMatchObject({ code: 0 });
    manifest = JSON.parse(made.out) as Manifest;
    writing = false;
    await Promise.all(writers);
    serving.child.kill('SIGINT');
    expect(await serving.ended).toMatchObject({ code: 0 });
  });

  it('holds the ledger, the vault and a manifest, and never the master key', async () => {
    const names: string[] = [];
    await list({ file, onReadEntry: ({ path }) => names.push(path) });
    expect(names.sort()).toEqual(['ledger.sqlite', 'manifest.json', 'vault.sqlite']);
    expect(readdirSync(work).filter((name) => name.startsWith('.minutier-backup'))).toEqual([]);
  });

  it('is not made over another file', async () => {
    const again = await runCommand(['backup', file], settings);
    expect(again).toMatchObject({ code: 1, err: expect.stringMatching(/BACKUP_FILE_EXISTS/) });
    const nowhere = await runCommand(['backup', join(work, 'absent', 'x.tar.gz')], settings);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringMatching(/BACKUP_FOLDER_UNUSABLE/) });
  });

  it('is restored with the same event hashes, in the second epoch, and its names can be read', async () => {
    const folder = folderWithKey('restored');
    const restored = await runCommand(['restore', file, '--json'], { MINUTIER_DATA: folder });
    expect(restored).toMatchObject({ code: 0 });
    expect(JSON.parse(restored.out)).toMatchObject({ epoch: 2, backupOrdinal: manifest.lastOrdinal });
    const [before, after] = [hashesIn(settings.MINUTIER_DATA), hashesIn(folder)];
    expect(after.length).toBe(manifest.lastOrdinal + 2);
    expect(after.slice(0, -1)).toEqual(before.slice(0, manifest.lastOrdinal + 1));
    expect(after[manifest.lastOrdinal]).toBe(manifest.lastEventHash);
    const serving = startCommand(['serve', '--json'], { MINUTIER_DATA: folder });
    const { url } = await documentOf<{ url: string }>(serving);
    const events = (await (await fetch(`${url}/api/v1/audit/events?type=IdentityRecorded`)).json()) as {
      items: { data: { personId: string } }[];
    };
    const person = await fetch(`${url}/api/v1/persons/${events.items[0]!.data.personId}`);
    expect(await person.json()).toMatchObject({ identity: { birthName: 'MARTIN' } });
    const restoredEvent = await fetch(`${url}/api/v1/audit/events?type=LedgerRestored&atLeast=${after.length - 1}`);
    expect(await restoredEvent.json()).toMatchObject({ items: [{ data: { epoch: 2 } }] });
    serving.child.kill('SIGINT');
    expect(await serving.ended).toMatchObject({ code: 0 });
    expect(await runCommand(['publish-framework', FICHE_FILE], { MINUTIER_DATA: folder })).toMatchObject({ code: 0 });
  });

  it('can be made where no server runs, and holds the files of evidence but those half received', async () => {
    const alone = join(work, 'alone.tar.gz');
    const kept = join('evidence', '7b1e1c3e-0000-4000-8000-000000000001', '7b1e1c3e-0000-4000-8000-000000000002');
    const half = join('evidence', '.incoming', 'half');
    for (const path of [kept, half]) {
      mkdirSync(join(settings.MINUTIER_DATA, path, '..'), { recursive: true });
      writeFileSync(join(settings.MINUTIER_DATA, path), path);
    }
    expect(await runCommand(['backup', alone], settings)).toMatchObject({ code: 0 });
    const folder = folderWithKey('restored-alone');
    expect(await runCommand(['restore', alone], { MINUTIER_DATA: folder })).toMatchObject({ code: 0 });
    expect(hashesIn(folder).slice(0, -1)).toEqual(hashesIn(settings.MINUTIER_DATA));
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(kept);
    expect(readdirSync(join(folder, 'evidence'))).toEqual([kept.split(sep)[1]]);
    expect(existsSync(join(folder, '.restoring'))).toBe(false);
  });

  it('is refused where a file of evidence is not the one that the manifest names, or is not there', async () => {
    const unpacked = join(work, 'unpacked');
    mkdirSync(unpacked);
    await extract({ file: join(work, 'alone.tar.gz'), cwd: unpacked });
    const [candidacy] = readdirSync(join(unpacked, 'evidence'));
    const [piece] = readdirSync(join(unpacked, 'evidence', candidacy!));
    const path = join(unpacked, 'evidence', candidacy!, piece!);
    const refused = async (name: string, words: RegExp) => {
      const spoilt = join(work, `${name}.tar.gz`);
      await create({ file: spoilt, gzip: true, cwd: unpacked }, readdirSync(unpacked));
      const ended = await runCommand(['restore', spoilt], { MINUTIER_DATA: folderWithKey(`for-${name}`) });
      expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(words) });
      expect(readdirSync(join(work, `for-${name}`))).toEqual(['master.key']);
    };
    writeFileSync(path, 'another copy');
    await refused('changed-piece', /evidence\/.* has not the digest/);
    rmSync(path);
    await refused('missing-piece', /evidence\/.* has not the digest/);
  });

  it('is not restored over anything, without its master key, or under another one', async () => {
    const refused = async (folder: string, words: RegExp) => {
      const held = existsSync(folder) ? readdirSync(folder) : [];
      const ended = await runCommand(['restore', file], { MINUTIER_DATA: folder });
      expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(words) });
      expect(readdirSync(folder)).toEqual(held);
    };
    await refused(settings.MINUTIER_DATA, /is not empty/);
    const empty = join(work, 'empty');
    mkdirSync(empty);
    await refused(empty, /The master key is not at/);
    writeFileSync(join(empty, 'master.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`);
    await refused(empty, /made under another master key/);
  });

  it('is refused where it is no backup, or damaged', async () => {
    const damage = async (name: string, make: (target: string) => unknown, words: RegExp) => {
      const target = join(work, name);
      await make(target);
      const ended = await runCommand(['restore', target], { MINUTIER_DATA: folderWithKey(`for-${name}`) });
      expect(ended).toMatchObject({ code: 1, err: expect.stringMatching(words) });
      expect(ended.err).not.toMatch(/^\s+at /m);
    };
    await damage('absent', () => undefined, /does not exist/);
    await damage('text', (target) => writeFileSync(target, 'no archive'), /cannot be unpacked/);
    await damage(
      'cut',
      (target) => {
        cpSync(file, target);
        truncateSync(target, 5_000);
      },
      /is damaged|no backup/,
    );
    await damage('other', (target) => create({ file: target, gzip: true, cwd: work }, ['text']), /it must hold/);
  });
});
