import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';

import { ledgerStream } from './founding.js';
import { aContext, TallyLedger } from './open-ledger.examples.js';
import { eventCatalogue } from './stream-definition.js';
import { CloseTally, closeTally, markCounts, openTallies, tallyStream } from './tally.examples.js';
import { disturb, reached, stalled, storedCheckpoints, tableRows } from './view-rows.examples.js';

let tallies: TallyLedger;
beforeEach(async () => {
  tallies = await TallyLedger.make();
});
afterEach(() => tallies.close());

/** Three tallies, one of them closed; the last event is ordinal 9. */
async function write(): Promise<string[]> {
  const ids = [randomUUID(), randomUUID(), randomUUID()].sort();
  for (const [index, id] of ids.entries()) await tallies.open(id, `Jury ${index}`);
  await tallies.add(ids[0]!, 12, 13);
  await tallies.add(ids[1]!, 8, 8);
  await tallies.add(ids[0]!, 0);
  await tallies.ledger.execute(tallyStream, ids[2]!, new CloseTally(aContext()), closeTally);
  return ids;
}

const TRUE = Number.MAX_SAFE_INTEGER;
const bodies = (ids: string[]) => [
  [ids[0], 1, 4, { label: 'Jury 0', total: 0, marks: 0 }],
  [ids[0], 4, 5, { label: 'Jury 0', total: 12, marks: 1 }],
  [ids[0], 5, TRUE, { label: 'Jury 0', total: 25, marks: 2 }],
  [ids[1], 2, 6, { label: 'Jury 1', total: 0, marks: 0 }],
  [ids[1], 6, 7, { label: 'Jury 1', total: 8, marks: 1 }],
  [ids[1], 7, TRUE, { label: 'Jury 1', total: 16, marks: 2 }],
  [ids[2], 3, 9, { label: 'Jury 2', total: 0, marks: 0 }],
];
const shown = (views = tallies.viewsFile) =>
  tableRows(views, 'open_tallies').map((row) => [
    row.key,
    row.from_ordinal,
    row.to_ordinal,
    JSON.parse(String(row['body'])),
  ]);

describe('read models', () => {
  it('catch up with what was there, go on with what comes, and keep what was true when', async () => {
    const ids = await write();
    const { runner } = await tallies.follow([openTallies(), markCounts]);
    await reached(runner, 9);
    expect(shown()).toEqual(bodies(ids));
    await tallies.add(ids[0]!, 1);
    await reached(runner, 10);
    expect(shown().slice(2, 4)).toEqual([
      [ids[0], 5, 10, { label: 'Jury 0', total: 25, marks: 2 }],
      [ids[0], 10, TRUE, { label: 'Jury 0', total: 26, marks: 3 }],
    ]);
    expect(runner.status).toMatchObject({ ordinal: 10, caughtUp: true, stalled: undefined });
  });

  it('take an event that names a row twice once', async () => {
    const ids = await write();
    const { runner } = await tallies.follow([markCounts]);
    await reached(runner, 9);
    const rows = tableRows(tallies.viewsFile, 'mark_counts').filter(({ to_ordinal }) => to_ordinal === TRUE);
    expect(rows.map(({ key, count }) => [key, count])).toEqual([
      [ids[0], 3],
      [`${ids[0]} 0`, 1],
      [`${ids[0]} 12`, 1],
      [`${ids[0]} 13`, 1],
      [ids[1], 2],
      [`${ids[1]} 8`, 2],
    ]);
  });

  it('go on after a restart from where their rows stand, wherever they were stopped', async () => {
    const whole = join(tallies.folder, 'whole.sqlite');
    const ids = await write();
    for (let round = 0; round < 12; round += 1) {
      const { runner, stop } = await tallies.follow([openTallies(), markCounts]);
      // Stopped as it happens: before, within or after what was just written.
      await Promise.all([tallies.add(ids[round % 2]!, round, round + 1), stop()]);
      expect(runner.status.stalled).toBeUndefined();
    }
    const { runner } = await tallies.follow([openTallies(), markCounts]);
    const { runner: other } = await tallies.follow([openTallies(), markCounts], whole);
    await Promise.all([reached(runner, 33), reached(other, 33)]);
    for (const name of ['open_tallies', 'mark_counts']) {
      expect(tableRows(tallies.viewsFile, name)).toEqual(tableRows(whole, name));
    }
  });

  it('of another version are folded anew, the others meanwhile stand', async () => {
    const ids = await write();
    const first = await tallies.follow([openTallies(), markCounts]);
    await reached(first.runner, 9);
    await first.stop();
    disturb(tallies.viewsFile, `UPDATE view_open_tallies SET body = '{}'; UPDATE view_mark_counts SET body = '{}'`);
    const { runner } = await tallies.follow([openTallies({}, 2), markCounts]);
    await reached(runner, 9);
    expect(shown()).toEqual(bodies(ids));
    expect(new Set(tableRows(tallies.viewsFile, 'mark_counts').map((row) => row['body']))).toEqual(new Set(['{}']));
  });
});

describe('a fault of the read models’ file', () => {
  it('at the checkpoint takes the rows of the batch with it; afterwards all is folded once', async () => {
    const ids = await write();
    const { runner } = await tallies.follow([openTallies(), markCounts]);
    await reached(runner, 9);
    const before = [shown(), storedCheckpoints(tallies.viewsFile)];
    disturb(
      tallies.viewsFile,
      `CREATE TRIGGER no_room BEFORE UPDATE ON checkpoints BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await tallies.add(ids[0]!, 5, 5);
    expect(await stalled(runner)).toContain('no room');
    expect([shown(), storedCheckpoints(tallies.viewsFile)]).toEqual(before);
    expect(runner.status).toMatchObject({ ordinal: 9, caughtUp: false });
    disturb(tallies.viewsFile, 'DROP TRIGGER no_room');
    await reached(runner, 11);
    expect(shown()[4]).toEqual([ids[0], 11, TRUE, { label: 'Jury 0', total: 35, marks: 4 }]);
    expect(runner.status.stalled).toBeUndefined();
  });

  it('in one view leaves no trace in the memory of another', async () => {
    const ids = await write();
    const { runner } = await tallies.follow([markCounts, openTallies()]);
    await reached(runner, 9);
    disturb(tallies.viewsFile, 'ALTER TABLE view_open_tallies RENAME TO elsewhere');
    // A tally whose row is not in memory, so that the second view must read its table after the first has counted.
    await tallies.add(ids[0]!, 3);
    await tallies.open(randomUUID());
    await stalled(runner);
    disturb(tallies.viewsFile, 'ALTER TABLE elsewhere RENAME TO view_open_tallies');
    await reached(runner, 11);
    const counted = tableRows(tallies.viewsFile, 'mark_counts').filter(({ key }) => key === ids[0]);
    expect(counted.map((row) => row['count'])).toEqual([1, 2, 3, 4]);
  });
});

describe('the end of the thread that writes the read models', () => {
  it('stalls them for good, and says so; a process that starts anew takes up where they stood', async () => {
    const ids = await write();
    const { runner, readStore, stop } = await tallies.follow([openTallies()]);
    await reached(runner, 9);
    await (readStore as unknown as { writer: { worker: Worker } }).writer.worker.terminate();
    await tallies.add(ids[0]!, 1);
    expect(await stalled(runner)).toContain('has ended');
    expect(runner.status).toMatchObject({ ordinal: 9, caughtUp: false });
    expect(shown()).toEqual(bodies(ids));
    await stop();
    const { runner: next } = await tallies.follow([openTallies()]);
    await reached(next, 10);
    expect(shown()[3]).toEqual([ids[0], 10, TRUE, { label: 'Jury 0', total: 26, marks: 3 }]);
  });
});

describe('a fault of the ledger’s file', () => {
  it('stalls what follows it until it is gone', async () => {
    const ids = await write();
    // Opened anew, so that nothing of the file is remembered.
    await tallies.reopen();
    disturb(tallies.file, 'ALTER TABLE streams RENAME TO elsewhere');
    const { runner } = await tallies.follow([openTallies()]);
    expect(await stalled(runner)).toContain('no such table');
    await expect(tallies.add(ids[1]!, 1)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
    disturb(tallies.file, 'ALTER TABLE elsewhere RENAME TO streams');
    await reached(runner, 9);
    expect(shown()).toEqual(bodies(ids));
    expect(runner.status.stalled).toBeUndefined();
  });
});

describe('an event that this process does not know', () => {
  const older = eventCatalogue([
    ledgerStream,
    { category: 'tally', types: { TallyOpened: { version: 1 }, MarkAdded: { version: 1 } } },
  ]);

  it('stalls the read models, which say so, and is not passed over when they start again', async () => {
    const ids = await write();
    for (let start = 0; start < 2; start += 1) {
      const { runner, stop } = await tallies.follow([openTallies()], tallies.viewsFile, older);
      expect(await stalled(runner)).toContain('TallyClosed v1 is unknown');
      // All that stands before it is still told, at every start.
      expect(runner.ordinal).toBe(8);
      await tallies.add(ids[0]!, 1);
      expect(await runner.waitUntil(() => runner.ordinal >= 10, 60_000)).toBe(false);
      expect(runner.ordinal).toBeLessThan(9);
      await stop();
    }
    const { runner } = await tallies.follow([openTallies()]);
    await reached(runner, 11);
    expect(shown().at(-1)).toEqual(bodies(ids).at(-1));
  });

  it('leaves a view as it is when a rebuild or a retry comes upon it', async () => {
    const ids = await write();
    const first = await tallies.follow([openTallies()]);
    await reached(first.runner, 9);
    await first.stop();
    const { runner } = await tallies.follow([openTallies()], tallies.viewsFile, older);
    await expect(runner.rebuild('open_tallies')).rejects.toMatchObject({ code: 'UNKNOWN_EVENT' });
    await expect(runner.retry('open_tallies', ids[0]!)).rejects.toMatchObject({ code: 'UNKNOWN_EVENT' });
    expect(shown()).toEqual(bodies(ids));
  });
});
