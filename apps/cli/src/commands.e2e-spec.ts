import { createServer } from 'node:net';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Ended, FICHE_FILE, documentOf, newFolder, runCommand, startCommand } from './minutier.examples.js';

interface Served {
  readonly url: string;
  readonly registrarId: string;
  readonly ledgerId: string;
}

const folders: string[] = [];
function folderOf(name: string): string {
  const folder = newFolder(name);
  folders.push(folder);
  return folder;
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A sentence, and no trace of the program's inside. */
function expectSentence({ code, err }: Ended, expected: number, words: RegExp): void {
  expect({ code, err }).toEqual({ code: expected, err: expect.stringMatching(words) });
  expect(err).not.toMatch(/^\s+at /m);
}

describe('a command that is called or configured wrongly ends with 2 and a sentence', () => {
  const folder = folderOf('settings');
  it.each([
    [['events', '--limits', '3'], {}, /unknown option/],
    [['archive'], {}, /unknown command/],
    [['backup'], {}, /missing required argument/],
    [['events', '--limit', 'ten'], {}, /--limit is a whole number/],
    [['demo', '--seed', 'x'], {}, /--seed is a whole number/],
    [['serve'], { MINUTIER_COLOUR: 'red' }, /MINUTIER_COLOUR is no setting of Minutier/],
    [['serve'], { MINUTIER_HOST: '0.0.0.0' }, /until accounts exist/],
    [['serve'], { PORT: '70000' }, /PORT is a number/],
    [['events'], { STORE: 'mongo' }, /STORE is "sqlite" or "eventstoredb"/],
  ] as const)('%j with %j', async (args, settings, words) => {
    expectSentence(await runCommand(args, { MINUTIER_DATA: folder, ...settings }), 2, words);
  });

  it('says how it is used without failing', async () => {
    const { code, out } = await runCommand(['--help'], {});
    expect(code).toBe(0);
    for (const name of ['serve', 'demo', 'publish-framework', 'rebuild', 'events', 'transcript', 'backup', 'restore'])
      expect(out).toContain(name);
  });
});

describe('where no server runs', () => {
  const settings = { MINUTIER_DATA: folderOf('alone') };

  it('reads nothing where there is no ledger, and makes none', async () => {
    for (const args of [['events'], ['transcript', 'x'], ['rebuild'], ['backup', '/tmp/never.tar.gz']])
      expectSentence(await runCommand(args, settings), 1, /There is no ledger in/);
    expect(existsSync(join(settings.MINUTIER_DATA, 'ledger.sqlite'))).toBe(false);
  });

  it('publishes a fiche, and refuses to publish it twice', async () => {
    const published = await runCommand(['publish-framework', FICHE_FILE], settings);
    expect(published).toMatchObject({ code: 0, out: expect.stringContaining('3 blocks, 9 functions, 25 lines') });
    const again = await runCommand(['publish-framework', FICHE_FILE, '--json'], settings);
    expectSentence(again, 1, /FICHE_ALREADY_PUBLISHED/);
    expect(JSON.parse(again.out)).toMatchObject({ failed: { code: 'FICHE_ALREADY_PUBLISHED', status: 409 } });
  });

  it('says what is wrong with a file', async () => {
    const broken = join(settings.MINUTIER_DATA, 'broken.json');
    expectSentence(await runCommand(['publish-framework', '/nowhere.json'], settings), 1, /cannot be read/);
    writeFileSync(broken, '{ "blocks": [');
    expectSentence(await runCommand(['publish-framework', broken], settings), 1, /holds no JSON/);
    writeFileSync(broken, '{}');
    expectSentence(await runCommand(['publish-framework', broken], settings), 1, /DOCUMENT_MALFORMED/);
  });

  it('shows events and rebuilds read models', async () => {
    const { code, out } = await runCommand(['events', '--type', 'BlockPublished', '--json'], settings);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ items: [{ ordinal: 2 }, { ordinal: 3 }, { ordinal: 4 }], more: false });
    expect(await runCommand(['rebuild', 'audit_trail'], settings)).toMatchObject({ code: 0 });
    const all = await runCommand(['rebuild', '--json'], settings);
    expect(JSON.parse(all.out).rebuilt.length).toBeGreaterThan(5);
    expectSentence(await runCommand(['rebuild', 'nothing'], settings), 2, /No projection is called nothing/);
  });

  it('says that there is no such candidacy', async () => {
    expectSentence(await runCommand(['transcript', 'x'], settings), 1, /NOT_FOUND/);
  });
});

describe('where a server runs', () => {
  const settings = { MINUTIER_DATA: folderOf('served') };

  it('commands go through it, others are told of it, and Ctrl-C ends it with 0', async () => {
    const serving = startCommand(['serve', '--json'], settings);
    const { url, registrarId } = await documentOf<Served>(serving);
    expect(await runCommand(['publish-framework', FICHE_FILE], settings)).toMatchObject({ code: 0 });
    const asked = await fetch(`${url}/api/v1/audit/events?type=FrameworkPublished`);
    expect(await asked.json()).toMatchObject({ items: [{ actor: { id: registrarId, role: 'registrar' } }] });
    const shown = await runCommand(['events', '--limit', '2'], settings);
    expect(shown.out.trim().split('\n')).toHaveLength(2);
    expect(shown.err).toMatch(/More follow/);
    expect(await runCommand(['rebuild', 'framework_catalogue'], settings)).toMatchObject({ code: 0 });
    expectSentence(await runCommand(['serve'], settings), 1, /A server runs on .* already/);
    rmSync(join(settings.MINUTIER_DATA, 'server.json'));
    expectSentence(await runCommand(['events'], settings), 1, /Another process uses this data folder/);
    serving.child.kill('SIGINT');
    serving.child.kill('SIGINT');
    expect(await serving.ended).toMatchObject({ code: 0 });
  });

  it('prints the same first registrar whenever it starts', async () => {
    const ids: string[] = [];
    for (let start = 1; start <= 2; start += 1) {
      const serving = startCommand(['serve', '--json'], settings);
      ids.push((await documentOf<Served>(serving)).registrarId);
      serving.child.kill('SIGTERM');
      expect(await serving.ended).toMatchObject({ code: 0 });
    }
    expect(ids[0]).toBe(ids[1]);
    expect(existsSync(join(settings.MINUTIER_DATA, 'server.json'))).toBe(false);
  });

  it('says so where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    try {
      expectSentence(await runCommand(['serve'], { ...settings, PORT: String(port) }), 1, /Port \d+ .* is taken/);
      expectSentence(await runCommand(['demo', '--port', String(port)], {}), 1, /Port \d+ .* is taken/);
    } finally {
      other.close();
    }
  });
});
