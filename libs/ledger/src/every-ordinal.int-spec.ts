import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import fc from 'fast-check';
import { LRUCache } from 'lru-cache';

import { SqliteReadStore } from '@minutier/storage';

import { type LoggedEvent, streamName } from './envelope.js';
import { CommandRefused } from './errors.js';
import { fold } from './ledger.js';
import { BEFORE_FIRST, readLogFrom } from './log-follower.js';
import { aContext, TallyLedger } from './open-ledger.examples.js';
import { type Projection, reads } from './projection.js';
import { applyBatch } from './projection-batch.js';
import {
  AddMarks,
  addMarks,
  CloseTally,
  closeTally,
  markCounts,
  openTallies,
  OpenTally,
  openTally,
  tallyStream,
} from './tally.examples.js';
import { reached, tableRows, timeFaults } from './view-rows.examples.js';

/**
 * Goal: what a read model says as of any ordinal is what folding the log up to that ordinal says, however the log was
 * cut into batches, live or rebuilt. Method: random histories of a few tallies; a naive folding, event by event and in
 * memory, is the yardstick.
 */
const PROJECTIONS: readonly Projection[] = [openTallies(), markCounts];

const step = fc.record({
  tally: fc.nat(3),
  act: fc.oneof(
    { weight: 2, arbitrary: fc.record({ open: fc.string({ maxLength: 3 }) }) },
    { weight: 8, arbitrary: fc.record({ add: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }) }) },
    { weight: 1, arbitrary: fc.constant({ close: true }) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function live(tallies: TallyLedger, ids: readonly string[], { tally, act }: Step): Promise<void> {
  const id = ids[tally]!;
  const given =
    'open' in act
      ? tallies.ledger.execute(tallyStream, id, new OpenTally(aContext(), act.open, randomUUID()), openTally)
      : 'add' in act
        ? tallies.ledger.execute(tallyStream, id, new AddMarks(aContext(), act.add), addMarks)
        : tallies.ledger.execute(tallyStream, id, new CloseTally(aContext()), closeTally);
  await given.catch((error: unknown) => {
    if (!(error instanceof CommandRefused)) throw error;
  });
}

/** Rows of a projection as of each ordinal, folded one event at a time. */
function naive(projection: Projection, log: readonly LoggedEvent[]): Map<string, object>[] {
  const rows = new Map<string, object>();
  return log.map((event) => {
    if (reads(projection, event)) {
      for (const key of new Set(projection.keysOf(event))) {
        const row = projection.project(rows.get(key) ?? null, event, key);
        if (row) rows.set(key, row);
        else rows.delete(key);
      }
    }
    return new Map(rows);
  });
}

async function loggedEvents(tallies: TallyLedger): Promise<LoggedEvent[]> {
  const log: LoggedEvent[] = [];
  for await (const { events } of readLogFrom(tallies.store, tallies.catalogue, BEFORE_FIRST, 100)) log.push(...events);
  return log;
}

async function checkEveryOrdinal(tallies: TallyLedger, readStore: SqliteReadStore, views: string): Promise<void> {
  const log = await loggedEvents(tallies);
  for (const projection of PROJECTIONS) {
    const expected = naive(projection, log);
    const deletions = new Map<string, number[]>();
    for (const [ordinal, rows] of expected.entries()) {
      const found = await readStore.find(projection, {}, ordinal);
      expect({ ordinal, rows: found.map(({ key, row }) => [key, row]) }).toEqual({
        ordinal,
        rows: [...rows].sort(([one], [other]) => (one < other ? -1 : 1)),
      });
      for (const key of expected[ordinal - 1]?.keys() ?? []) {
        if (!rows.has(key)) deletions.set(key, [...(deletions.get(key) ?? []), ordinal]);
      }
    }
    expect(timeFaults(tableRows(views, projection.name), deletions)).toEqual([]);
  }
}

/** Folds a log into new views, cut into batches of these sizes in turn. */
async function foldedInBatches(log: readonly LoggedEvent[], sizes: readonly number[], views: string): Promise<void> {
  const readStore = SqliteReadStore.open(views);
  await readStore.prepare(PROJECTIONS);
  for (const projection of PROJECTIONS) {
    const cache = new LRUCache<string, object>({ max: 2 });
    for (let from = 0, turn = 0; from < log.length; turn += 1) {
      const events = log.slice(from, (from += sizes[turn % sizes.length]!));
      const applied = await applyBatch(projection, events, readStore, cache, new Set());
      await readStore.commit({ ...applied, log: [], checkpoints: new Map() });
    }
  }
  await readStore.close();
}

it('read models say, as of every ordinal, what the log up to it says: live, rebuilt and in any batches', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      fc.nat(40),
      async (steps, sizes, joined) => {
        const tallies = await TallyLedger.make();
        try {
          const ids = Array.from({ length: 4 }, () => randomUUID());
          const [before, after] = [steps.slice(0, joined), steps.slice(joined)];
          for (const one of before) await live(tallies, ids, one);
          const { runner, readStore } = await tallies.follow(PROJECTIONS);
          for (const one of after) await live(tallies, ids, one);
          const log = await loggedEvents(tallies);
          await reached(runner, log.length - 1);
          await checkEveryOrdinal(tallies, readStore, tallies.viewsFile);
          const lived = PROJECTIONS.map(({ name }) => tableRows(tallies.viewsFile, name));
          for (const { name } of PROJECTIONS) await runner.rebuild(name);
          expect(PROJECTIONS.map(({ name }) => tableRows(tallies.viewsFile, name))).toEqual(lived);
          const batched = join(tallies.folder, 'batched.sqlite');
          await foldedInBatches(log, sizes, batched);
          expect(PROJECTIONS.map(({ name }) => tableRows(batched, name))).toEqual(lived);
        } finally {
          await tallies.close();
        }
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

it('a stream folds to the same state and receipts in any batches', async () => {
  const tallies = await TallyLedger.make();
  const id = randomUUID();
  await tallies.open(id);
  for (let turn = 0; turn < 10; turn += 1) await tallies.add(id, ...Array.from({ length: 1 + (turn % 3) }, () => turn));
  const events = await tallies.store.readStream(streamName('tally', id));
  const nothing = { state: tallyStream.initial, revision: -1, receipts: new Map() };
  const whole = fold(tallyStream, nothing, events);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), (sizes) => {
      let folded = nothing as typeof whole;
      for (let from = 0, turn = 0; from < events.length; turn += 1) {
        const size = sizes[turn % sizes.length]!;
        folded = fold(tallyStream, folded, events.slice(from, from + size));
        from += size;
      }
      expect(folded).toEqual(whole);
    }),
  );
  await tallies.close();
});
