import { randomUUID } from 'node:crypto';

import type { SqliteReadStore } from '@minutier/storage';

import { LogMoments } from './as-of.js';
import { TallyLedger } from './open-ledger.examples.js';
import type { ProjectionRunner } from './projection-runner.js';
import { openTallies, type TallyRow } from './tally.examples.js';
import { reached } from './view-rows.examples.js';
import { Views } from './views.js';

let tallies: TallyLedger;
let id: string;
let runner: ProjectionRunner;
let readStore: SqliteReadStore;
let moments: LogMoments;
const projection = openTallies();
beforeEach(async () => {
  tallies = await TallyLedger.make();
  id = randomUUID();
  tallies.clock.at = '2026-03-02T09:00:10.000Z';
  await tallies.open(id);
  // The clock of this writer runs backwards, then on.
  for (const [instant, points] of [
    ['2026-03-02T09:00:05.000Z', 1],
    ['2026-03-02T09:00:10.000Z', 2],
    ['2026-03-02T09:00:20.000Z', 3],
    ['2026-03-02T09:00:15.000Z', 4],
  ] as const) {
    tallies.clock.at = instant;
    await tallies.add(id, points);
  }
  ({ runner, readStore } = await tallies.follow([projection]));
  await reached(runner, 5);
  moments = new LogMoments(runner, readStore, 200);
});
afterEach(() => tallies.close());

describe('the moment of a question', () => {
  it.each([
    ['2026-03-02T08:59:59.999Z', -1],
    ['2026-03-02T09:00:00.000Z', 0],
    ['2026-03-02T09:00:09.999Z', 0],
    ['2026-03-02T09:00:10.000Z', 3],
    ['2026-03-02T09:00:19.999Z', 3],
    ['2026-03-02T09:00:20.000Z', 5],
    ['2026-03-02', 5],
    ['2026-03-01', -1],
    ['2040-01-01', 5],
  ])('as of %s is ordinal %i: the last event whose effective time is not later', async (asOf, ordinal) => {
    expect(await moments.resolve({ asOf })).toMatchObject({ ordinal });
  });

  it('without «as of» is the last event that all read models have, with its effective time', async () => {
    expect(await moments.resolve({})).toMatchObject({ ordinal: 5, effectiveAt: '2026-03-02T09:00:20.000Z' });
  });

  it('waits for an ordinal, and for a receipt that is still on its way', async () => {
    const patient = new LogMoments(runner, readStore, 20_000);
    const waiting = patient.resolve({ atLeast: '6' });
    const promised = patient.resolve({ atLeast: `tally-${id}@6` });
    await tallies.add(id, 5);
    expect((await waiting).ordinal).toBeGreaterThanOrEqual(6);
    await tallies.add(id, 6);
    expect((await promised).ordinal).toBe(7);
    expect(await moments.resolve({ atLeast: `tally-${id}@0`, asOf: '2026-03-02T09:00:10Z' })).toMatchObject({
      ordinal: 3,
    });
  });

  it.each(['99', () => `tally-${id}@99`, () => `tally-${randomUUID()}@0`])(
    'waits no longer than it may for what does not come',
    async (given) => {
      const atLeast = typeof given === 'string' ? given : given();
      const startedAt = performance.now();
      await expect(moments.resolve({ atLeast })).rejects.toMatchObject({ code: 'NOT_YET_PROJECTED', retryable: true });
      expect(performance.now() - startedAt).toBeGreaterThanOrEqual(195);
    },
  );

  it.each(['-1', '1.5', 'tally', 'tally-1@', 'tally-1@-1', 'Tally-1@1', `${'9'.repeat(16)}`, "tally-1@1' OR 1"])(
    'is not given by «at least» %s',
    async (atLeast) => {
      await expect(moments.resolve({ atLeast })).rejects.toMatchObject({ code: 'MOMENT_MALFORMED' });
    },
  );
});

describe('a list', () => {
  const names = ['Aude', 'B', 'Chloé', 'Chloé', 'D', 'Élie', 'Zoé'];
  beforeEach(async () => {
    for (const name of names) {
      const one = randomUUID();
      await tallies.open(one, name);
      await tallies.add(one, names.indexOf(name));
    }
    await reached(runner, 5 + 14);
  });

  it('as of each ordinal holds exactly what was true then', async () => {
    const views = new Views(readStore, moments, runner);
    const counts = await Promise.all(
      Array.from({ length: 20 }, async (_, ordinal) => {
        const rows = await views.find(projection, {}, { ordinal: ordinal - 1, effectiveAt: null });
        return rows.length;
      }),
    );
    // The founding, a tally with its four marks, then one more with each name; a mark of 0 follows the first of them.
    expect(counts).toEqual([0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8]);
    const row = await views.get(projection, id, { ordinal: 3, effectiveAt: null });
    expect(row).toEqual({ key: id, from: 3, row: { label: 'Jury blanc', total: 3, marks: 2 } });
    expect(await views.get(projection, id, { ordinal: 0, effectiveAt: null })).toBeUndefined();
  });

  it.each([
    ['label', false],
    ['label', true],
    ['total', false],
    ['total', true],
    ['key', false],
    ['key', true],
  ] as const)(
    'by %s (descending: %s) gives each row once on pages of any size, rows without a value too',
    async (orderBy, descending) => {
      const whole = await readStore.find(projection, { orderBy, descending }, runner.ordinal);
      expect(whole).toHaveLength(8);
      for (const limit of [1, 2, 3, 5, 8]) {
        const pages: typeof whole = [];
        for (let after: { value: string | number | null; key: string } | undefined; pages.length < 20;) {
          const page = await readStore.find(
            projection,
            { orderBy, descending, limit, ...(after ? { after } : {}) },
            runner.ordinal,
          );
          pages.push(...page);
          const last = page.at(-1);
          if (!last) break;
          after = { value: valueOf(last.row, last.key, orderBy), key: last.key };
        }
        expect(pages).toEqual(whole);
      }
    },
  );

  it('is filtered by columns, by what has no value too', async () => {
    const found = async (where: Record<string, string | number | null | undefined>) =>
      (await readStore.find(projection, { where, orderBy: 'label' }, runner.ordinal)).map(({ row }) => row.label);
    expect(await found({ label: 'Chloé' })).toEqual(['Chloé', 'Chloé']);
    expect(await found({ label: null })).toEqual([null, null]);
    expect(await found({ label: 'Chloé', total: 5 })).toEqual([]);
    expect(await found({ label: undefined, total: 6 })).toEqual(['Zoé']);
  });
});

function valueOf(row: TallyRow, key: string, orderBy: 'label' | 'total' | 'key'): string | number | null {
  return orderBy === 'key' ? key : row[orderBy];
}
