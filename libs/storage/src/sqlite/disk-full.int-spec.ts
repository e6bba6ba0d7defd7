import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { StoredEvent } from '@minutier/ledger';

import { anEventOfBytes, aStream, idsOf, someEvents } from '../contract/event-samples.js';
import { LedgerProcess } from './ledger-process.examples.js';
import { SqliteEventStore } from './sqlite-event-store.js';

/**
 * Goal: a disk that is full costs nobody anything but time. Method: a ledger on a file system of 3 MiB, and one under a
 * limit of the size of files; written until neither takes more, then given room again.
 */
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutier-full-'));
});
afterEach(() => rm(folder, { recursive: true }));

function wholeAppends(log: readonly StoredEvent[], size: number): boolean {
  return [...Map.groupBy(log, ({ stream }) => stream).values()].every((events) => events.length === size);
}

describe('a disk without room', () => {
  it('refuses with StoreUnavailable and keeps nothing half; with room again writes go on', async () => {
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]);
    if (mounted.status !== 0) {
      console.log(
        `skipped: no small file system can be mounted here (${String(mounted.stderr ?? mounted.error).trim()})`,
      );
      return;
    }
    try {
      await writeFile(join(folder, 'ballast'), Buffer.alloc(1024 * 1024));
      const store = await SqliteEventStore.open(join(folder, 'ledger.sqlite'));
      const acknowledged: string[] = [];
      const large = () => Array.from({ length: 5 }, () => anEventOfBytes(20_000));
      let refusal: unknown;
      for (let turn = 0; refusal === undefined && turn < 500; turn += 1) {
        const batch = Array.from({ length: 3 }, large);
        const outcomes = await Promise.allSettled(batch.map((events) => store.append(aStream(), 'absent', events)));
        outcomes.forEach((outcome, index) => {
          if (outcome.status === 'fulfilled') acknowledged.push(...idsOf(batch[index]!));
          else refusal = outcome.reason;
        });
      }
      expect(refusal).toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
      expect((refusal as Error).message).toMatch(/^the ledger's file did not take the write: /);
      const standing = await store.readLog(null, 10_000);
      expect(idsOf(standing)).toEqual(acknowledged);
      await rm(join(folder, 'ballast'));
      const [stream, events] = [aStream(), someEvents(2)];
      expect(await store.append(stream, 'absent', events)).toBe(1);
      await store.close();
      const reopened = await SqliteEventStore.open(join(folder, 'ledger.sqlite'));
      expect(idsOf(await reopened.readLog(null, 10_000))).toEqual([...acknowledged, ...idsOf(events)]);
      await reopened.close();
    } finally {
      spawnSync('umount', ['-l', folder]);
    }
  }, 60_000);

  it('is the same where only files are limited in their size', async () => {
    if (spawnSync('prlimit', ['--version']).error) {
      console.log('skipped: no prlimit here to give room again');
      return;
    }
    const file = join(folder, 'ledger.sqlite');
    const writer = LedgerProcess.start(
      `const store = await SqliteEventStore.open(${JSON.stringify(file)});
      let turns = 0;
      try { for (;;) { await append(store, 5, 'x'.repeat(20_000)); turns += 1; } }
      catch (error) { say(JSON.stringify({ turns, code: error.code, message: error.message })); }
      await heard.next();
      await append(store, 5);
      await store.close();
      say('closed');
      process.exit();`,
      // A soft limit, whose signal is ignored so that the write itself fails.
      ['sh', '-c', 'trap "" XFSZ; ulimit -S -f 4000; exec "$0" "$@"'],
    );
    const { turns, code, message } = JSON.parse(await writer.line()) as {
      turns: number;
      code: string;
      message: string;
    };
    expect({ code, message }).toEqual({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/^the ledger's file did not take the write: /),
    });
    spawnSync('prlimit', ['--pid', String(writer.child.pid), '--fsize=unlimited']);
    writer.tell('go on');
    expect(await writer.line()).toBe('closed');
    const store = await SqliteEventStore.open(file);
    const log = await store.readLog(null, 100_000);
    expect(wholeAppends(log, 5)).toBe(true);
    expect(log).toHaveLength((turns + 1) * 5);
    await store.close();
  }, 60_000);
});
