import { spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aStream, idsOf, someEvents } from '../contract/event-samples.js';
import { LedgerProcess } from './ledger-process.examples.js';
import { SqliteEventStore } from './sqlite-event-store.js';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutier-durable-'));
  file = join(folder, 'ledger.sqlite');
});
afterEach(() => rm(folder, { recursive: true }));

/** How many transactions a WAL holds: frames that carry the size of the file after a commit (SQLite file format §4.1). */
async function commitsIn(wal: string): Promise<number> {
  const bytes = await readFile(wal);
  const frameBytes = 24 + bytes.readUInt32BE(8);
  let commits = 0;
  for (let at = 32; at + frameBytes <= bytes.length; at += frameBytes) if (bytes.readUInt32BE(at + 4) > 0) commits += 1;
  return commits;
}

describe('what is acknowledged', () => {
  it('is flushed to the disk first, at every opening: synchronous is FULL', async () => {
    for (let opening = 0; opening < 4; opening += 1) {
      const store = await SqliteEventStore.open(file);
      expect(store.durability).toEqual({ journalMode: 'wal', synchronous: 2 });
      await store.append(aStream(), 'absent', someEvents(1));
      await store.close();
    }
  });

  it('was flushed by the system’s own call, one flush per append of a lone writer', async () => {
    if (spawnSync('strace', ['-V']).error) {
      console.log('skipped: no strace here to see the flushes');
      return;
    }
    const trace = join(folder, 'trace');
    const appends = 20;
    const program = `
      let store = await SqliteEventStore.open(${JSON.stringify(file)});
      await append(store, 1);
      await store.close();
      store = await SqliteEventStore.open(${JSON.stringify(file)});
      say('flushing');
      for (let turn = 0; turn < ${appends}; turn += 1) await append(store, 2);
      say('flushed');
      process.exit();`;
    const tracing = ['strace', '-f', '-qq', '-y', '-e', 'trace=fdatasync,fsync,write', '-o', trace];
    const writer = LedgerProcess.start(program, tracing);
    const ended = new Promise((resolve) => writer.child.once('exit', resolve));
    expect(await writer.line()).toBe('flushing');
    expect(await writer.line()).toBe('flushed');
    await ended;
    const calls = (await readFile(trace, 'utf8')).split('\n');
    const [from, to] = ['flushing', 'flushed'].map((word) => calls.findIndex((call) => call.includes(word)));
    const flushes = calls.slice(from, to).filter((call) => /\bf(data)?sync\(\d+<[^>]*-wal>/.test(call));
    expect(flushes.length).toBeGreaterThanOrEqual(appends);
  }, 60_000);

  it('by many writers at once shares its flush: a turn of 64 appends is a few transactions', async () => {
    const store = await SqliteEventStore.open(file);
    const before = await commitsIn(`${file}-wal`);
    await Promise.all(Array.from({ length: 64 }, () => store.append(aStream(), 'absent', someEvents(1))));
    const commits = (await commitsIn(`${file}-wal`)) - before;
    expect(commits).toBeGreaterThan(0);
    expect(commits).toBeLessThanOrEqual(16);
    await store.close();
  });

  it('shares its transaction with refused appends unharmed', async () => {
    const store = await SqliteEventStore.open(file);
    const taken = aStream();
    await store.append(taken, 'absent', someEvents(1));
    const appends = Array.from({ length: 20 }, (_, turn) => ({
      stream: turn % 2 ? taken : aStream(),
      events: someEvents(3),
    }));
    const outcomes = await Promise.allSettled(
      appends.map(({ stream, events }) => store.append(stream, 'absent', events)),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      appends.map((_, turn) => (turn % 2 ? 'rejected' : 'fulfilled')),
    );
    const written = appends.filter((_, turn) => turn % 2 === 0).flatMap(({ events }) => idsOf(events));
    expect(idsOf(await store.readLog(null, 100)).slice(1)).toEqual(written);
    await store.close();
  });
});

/**
 * Goal: a log that lost its tail (a disk that lied, a copy made by hand) opens as it was at some earlier append, whole.
 * Method: a process is killed with everything in its WAL; copies of it are cut at random and opened.
 */
describe('a write-ahead log that was cut at random', () => {
  it('gives the appends before the cut, each whole, in their order, and takes new ones', async () => {
    const writer = LedgerProcess.start(`
      const store = await SqliteEventStore.open(${JSON.stringify(file)});
      for (let turn = 0; turn < 40; turn += 1) { await append(store, 1 + turn % 5); if (turn === 9) say('ten'); }
      say('done');
      await heard.next();`);
    expect(await writer.line()).toBe('ten');
    expect(await writer.line()).toBe('done');
    await writer.kill();
    const whole = (await stat(`${file}-wal`)).size;
    const everything = await eventsOf(await copied(whole));
    expect(everything).toHaveLength(120);
    let shortest = everything.length;
    for (let cut = 0; cut < 25; cut += 1) {
      const kept = Math.floor(Math.random() * whole);
      const events = await eventsOf(await copied(kept));
      expect({ kept, events }).toEqual({ kept, events: everything.slice(0, events.length) });
      expect(appendEnds).toContain(events.length);
      shortest = Math.min(shortest, events.length);
    }
    expect(shortest).toBeLessThan(everything.length);
  }, 60_000);

  it('loses nothing that a checkpoint has moved into the file', async () => {
    const store = await SqliteEventStore.open(file);
    for (let turn = 0; turn < 10; turn += 1) await store.append(aStream(), 'absent', someEvents(3));
    // Closing the last connection moves all of the log into the file.
    await store.close();
    const writer = LedgerProcess.start(`
      const store = await SqliteEventStore.open(${JSON.stringify(file)});
      for (let turn = 0; turn < 10; turn += 1) await append(store, 3);
      say('done');
      await heard.next();`);
    await writer.line();
    await writer.kill();
    for (const kept of [0, 1, 31, 32, 1_000, (await stat(`${file}-wal`)).size - 1]) {
      const events = await eventsOf(await copied(kept));
      expect(events.length).toBeGreaterThanOrEqual(30);
      expect(events.length % 3).toBe(0);
    }
  }, 60_000);
});

const appendEnds = Array.from({ length: 41 }, (_, turns) =>
  Array.from({ length: turns }, (_unused, turn) => 1 + (turn % 5)).reduce((sum, count) => sum + count, 0),
);

/** A copy of the ledger with so much of its write-ahead log. */
async function copied(walBytes: number): Promise<string> {
  const copy = join(folder, `copy-${Math.random()}.sqlite`);
  await copyFile(file, copy);
  await copyFile(`${file}-wal`, `${copy}-wal`);
  await truncate(`${copy}-wal`, walBytes);
  return copy;
}

async function eventsOf(copy: string): Promise<string[]> {
  const store = await SqliteEventStore.open(copy);
  const events = await store.readLog(null, 1_000);
  await store.append(aStream(), 'absent', someEvents(2));
  expect(await store.countAfter(null, 1_000)).toBe(events.length + 2);
  await store.close();
  return idsOf(events);
}
