import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aStream, someEvents } from '../contract/event-samples.js';
import { LedgerProcess } from './ledger-process.examples.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutier-lock-'));
  file = join(folder, 'ledger.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** Opens the file, says so or says why not, and holds it until it is told to close. */
const HOLDER = (path: string) => `
try {
  const store = await SqliteEventStore.open(${JSON.stringify(path)});
  await append(store, 1);
  say('open');
  await heard.next();
  await store.close();
  say('closed');
} catch (error) { say(error.code + ': ' + error.message); }
process.exit();`;

describe('a ledger’s file', () => {
  it('is written by one process; a second is told so, in a sentence, at once', async () => {
    const holder = LedgerProcess.start(HOLDER(file));
    expect(await holder.line()).toBe('open');
    const refusal = await SqliteEventStore.open(file).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'LEDGER_IN_USE', message: `another process writes ${file}` });
    holder.tell('close');
    expect(await holder.line()).toBe('closed');
    const store = await SqliteEventStore.open(file);
    expect(await store.countAfter(null, 10)).toBe(1);
    await store.close();
  });

  it('is free as soon as its process was killed, with all that was acknowledged', async () => {
    for (let round = 1; round <= 3; round += 1) {
      const holder = LedgerProcess.start(HOLDER(file));
      expect(await holder.line()).toBe('open');
      await holder.kill();
      const store = await SqliteEventStore.open(file);
      expect(await store.countAfter(null, 10)).toBe(round);
      await store.close();
    }
  });

  it('is opened once within one process too', async () => {
    const store = await SqliteEventStore.open(file);
    await expect(SqliteEventStore.open(file)).rejects.toMatchObject({ code: 'LEDGER_IN_USE' });
    await store.append(aStream(), 'absent', someEvents(1));
    await store.close();
  });

  it('that several start to write at the same instant is taken by exactly one', async () => {
    const starters = Array.from({ length: 4 }, () => LedgerProcess.start(`await heard.next();${HOLDER(file)}`));
    for (const starter of starters) starter.tell('start');
    const answers = await Promise.all(starters.map((starter) => starter.line()));
    expect(answers.filter((answer) => answer === 'open')).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('LEDGER_IN_USE: another process writes'))).toHaveLength(3);
    await Promise.all(starters.map((starter) => starter.kill()));
  });

  it('that is no ledger is refused with an alarm, and left as it is', async () => {
    await writeFile(file, 'Ceci n’est pas un registre. '.repeat(100));
    const refusal = await SqliteEventStore.open(file).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'LEDGER_CORRUPTED' });
    expect((refusal as Error).message).toContain(`${file} cannot be opened as a ledger`);
  });
});
