import { randomUUID } from 'node:crypto';

import { TallyLedger } from './open-ledger.examples.js';
import { type Luck, markCounts, openTallies } from './tally.examples.js';
import { disturb, reached, storedCheckpoints, tableRows } from './view-rows.examples.js';

let tallies: TallyLedger;
let ids: string[];
const luck: Luck = {};
beforeEach(async () => {
  delete luck.unlucky;
  tallies = await TallyLedger.make();
  ids = Array.from({ length: 6 }, () => randomUUID());
  for (const id of ids) await tallies.open(id);
  for (let round = 0; round < 5; round += 1) {
    for (const id of ids) await tallies.add(id, round, round + 1);
  }
});
afterEach(() => tallies.close());

const LAST = 66;
const follow = () => tallies.follow([openTallies(luck), markCounts]);
const rows = () => tableRows(tallies.viewsFile, 'open_tallies');
const spoil = () => disturb(tallies.viewsFile, `UPDATE view_open_tallies SET body = '{"total":-1,"marks":-1}'`);

describe('a rebuild', () => {
  it('gives the same rows, and tells how far it is', async () => {
    const { runner } = await follow();
    await reached(runner, LAST);
    const before = rows();
    spoil();
    const told: number[] = [];
    await runner.rebuild('open_tallies', (ordinal) => told.push(ordinal));
    expect(rows()).toEqual(before);
    expect(told.at(-1)).toBe(LAST);
    await runner.rebuild('open_tallies');
    expect(rows()).toEqual(before);
    expect(storedCheckpoints(tallies.viewsFile)).toEqual({ log_index: LAST, mark_counts: LAST, open_tallies: LAST });
  });

  it('answers as before until it is done, and never less', async () => {
    const { runner, readStore } = await follow();
    await reached(runner, LAST);
    const projection = openTallies();
    const answers: number[] = [];
    const rebuilding = { done: false };
    const asking = (async () => {
      while (!rebuilding.done) {
        answers.push((await readStore.find(projection, {}, runner.ordinal)).length);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    for (let round = 0; round < 5; round += 1) await runner.rebuild('open_tallies');
    rebuilding.done = true;
    await asking;
    expect(new Set(answers)).toEqual(new Set([6]));
  });

  it('while writers write misses nothing and doubles nothing', async () => {
    const { runner } = await follow();
    await reached(runner, LAST);
    spoil();
    const writing = Promise.all(
      ids.map(async (id) => {
        for (let round = 0; round < 25; round += 1) await tallies.add(id, round + 1);
      }),
    );
    let rounds = 0;
    const end = { written: false };
    void writing.then(() => (end.written = true));
    for (; !end.written; rounds += 1) await runner.rebuild('open_tallies');
    await reached(runner, LAST + 150);
    const live = rows();
    await runner.rebuild('open_tallies');
    expect(rows()).toEqual(live);
    expect(rounds).toBeGreaterThan(1);
    const marks = live.filter(({ to_ordinal }) => to_ordinal === Number.MAX_SAFE_INTEGER);
    expect(marks.map((row) => (JSON.parse(String(row['body'])) as { marks: number }).marks)).toEqual(
      ids.map(() => 9 + 25),
    );
  });

  it('asked for twice at once is one rebuild; of what does not exist is a mistake', async () => {
    const { runner } = await follow();
    await reached(runner, LAST);
    const told: number[] = [];
    const first = runner.rebuild('open_tallies', (ordinal) => told.push(ordinal));
    expect(runner.rebuild('open_tallies', () => told.push(-1))).toBe(first);
    await first;
    expect(told).not.toContain(-1);
    expect(() => runner.rebuild('closed_tallies')).toThrow('open_tallies, mark_counts');
  });

  it('that fails leaves the view as it was, and what comes later is in it', async () => {
    const { runner } = await follow();
    await reached(runner, LAST);
    const before = rows();
    const failing = runner.rebuild('open_tallies', () => {
      throw new Error('the operator pulled the plug');
    });
    await expect(failing).rejects.toThrow('plug');
    expect(rows()).toEqual(before);
    await tallies.add(ids[0]!, 1);
    await reached(runner, LAST + 1);
    expect(rows()).toHaveLength(before.length + 1);
    expect(runner.checkpoints.get('open_tallies')).toBe(LAST + 1);
  });

  it('that its process did not live to end is forgotten at the next start', async () => {
    const first = await follow();
    await reached(first.runner, LAST);
    const before = rows();
    await first.readStore.shadow(openTallies());
    await first.stop();
    const { runner, readStore } = await follow();
    await reached(runner, LAST);
    expect(rows()).toEqual(before);
    expect(Object.keys(storedCheckpoints(tallies.viewsFile)).sort()).toEqual([
      'log_index',
      'mark_counts',
      'open_tallies',
    ]);
    expect(await readStore.quarantines()).toEqual([]);
  });

  it('brings back what was set aside, once the program is mended, and sets aside what fails now', async () => {
    luck.unlucky = (points) => points === 3;
    const { runner, readStore } = await follow();
    await reached(runner, LAST);
    expect(await readStore.quarantines()).toHaveLength(6);
    await runner.rebuild('open_tallies');
    expect(await readStore.quarantines()).toMatchObject(
      [...ids].sort().map((partition) => ({ projection: 'open_tallies', partition })),
    );
    delete luck.unlucky;
    await runner.rebuild('open_tallies');
    expect(await readStore.quarantines()).toEqual([]);
    expect(runner.isAside('open_tallies')).toBe(false);
    const current = rows().filter(({ to_ordinal }) => to_ordinal === Number.MAX_SAFE_INTEGER);
    expect(current.map((row) => row['total'])).toEqual(ids.map(() => 25));
  });

  it('ends when the runner stops, with the view as it was', async () => {
    const { runner, stop } = await follow();
    await reached(runner, LAST);
    const before = rows();
    const rebuilding = runner.rebuild('open_tallies').catch((error: unknown) => error);
    await stop();
    await rebuilding;
    expect(rows()).toEqual(before);
  });
});
