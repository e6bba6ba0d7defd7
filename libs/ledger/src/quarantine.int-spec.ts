import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { TallyLedger } from './open-ledger.examples.js';
import { type Luck, markCounts, openTallies } from './tally.examples.js';
import { disturb, reached, tableRows } from './view-rows.examples.js';

/**
 * Goal: an event that fails to apply sets aside its own partition and no other, and a retry brings that partition to
 * what it would have been. Method: the projection fails on marks of 13 while the story says so; what a fresh file of
 * views holds in the end is the yardstick.
 */
let tallies: TallyLedger;
let unlucky: string;
let lucky: string;
const luck: Luck = {};
beforeEach(async () => {
  tallies = await TallyLedger.make();
  [unlucky, lucky] = [randomUUID(), randomUUID()];
  luck.unlucky = (points) => points === 13;
  for (const id of [unlucky, lucky]) await tallies.open(id);
  await tallies.add(unlucky, 10, 13, 7);
  await tallies.add(lucky, 5, 6);
  await tallies.add(unlucky, 3);
});
afterEach(() => tallies.close());

const follow = () => tallies.follow([openTallies(luck), markCounts]);
const totals = (id: string | undefined) =>
  tableRows(tallies.viewsFile, 'open_tallies')
    .filter(({ key }) => key === id)
    .map((row) => row['total']);

async function freshRows(name: string) {
  const file = join(tallies.folder, `${randomUUID()}.sqlite`);
  const { runner, stop } = await tallies.follow([openTallies(), markCounts], file);
  await reached(runner, (await tallies.store.countAfter(null, 1_000)) - 1);
  await stop();
  return tableRows(file, name);
}

describe('a known event that fails to apply', () => {
  it('sets its partition aside: later events of it wait, all others go on', async () => {
    const { runner, readStore } = await follow();
    await reached(runner, 8);
    expect(totals(unlucky)).toEqual([0, 10]);
    expect(totals(lucky)).toEqual([0, 5, 11]);
    expect(await readStore.quarantines()).toEqual([
      { projection: 'open_tallies', partition: unlucky, ordinal: 4, reason: 'RangeError' },
    ]);
    expect(runner.isAside('open_tallies', unlucky)).toBe(true);
    expect(runner.isAside('open_tallies')).toBe(true);
    expect(runner.isAside('open_tallies', lucky)).toBe(false);
    expect(runner.isAside('mark_counts')).toBe(false);
    expect(tableRows(tallies.viewsFile, 'mark_counts')).toEqual(await freshRows('mark_counts'));
  });

  it('says what failed and nothing of what it holds', async () => {
    const { runner, readStore } = await follow();
    await reached(runner, 8);
    expect(JSON.stringify(await readStore.quarantines())).not.toContain('bad luck');
  });

  it('stays aside through a restart, even if the program was mended', async () => {
    const first = await follow();
    await reached(first.runner, 8);
    await first.stop();
    delete luck.unlucky;
    const { runner } = await follow();
    await tallies.add(unlucky, 4);
    await reached(runner, 9);
    expect(totals(unlucky)).toEqual([0, 10]);
    expect(runner.isAside('open_tallies', unlucky)).toBe(true);
  });
});

describe('a retry', () => {
  it('folds the partition anew, at the ordinals that its events have', async () => {
    const { runner, readStore } = await follow();
    await reached(runner, 8);
    delete luck.unlucky;
    expect(await runner.retry('open_tallies', unlucky)).toEqual([]);
    expect(tableRows(tallies.viewsFile, 'open_tallies')).toEqual(await freshRows('open_tallies'));
    expect(await readStore.quarantines()).toEqual([]);
    expect(runner.isAside('open_tallies')).toBe(false);
    await tallies.add(unlucky, 1);
    await reached(runner, 9);
    expect(tableRows(tallies.viewsFile, 'open_tallies')).toEqual(await freshRows('open_tallies'));
  });

  it('that fails again keeps it aside, at the event that fails now', async () => {
    const { runner, readStore } = await follow();
    await reached(runner, 8);
    luck.unlucky = (points) => points === 7;
    expect(await runner.retry('open_tallies', unlucky)).toMatchObject([{ ordinal: 5 }]);
    expect(totals(unlucky)).toEqual([0, 10, 23]);
    expect(await readStore.quarantines()).toMatchObject([{ partition: unlucky, ordinal: 5 }]);
    await tallies.add(unlucky, 1);
    await reached(runner, 9);
    expect(totals(unlucky)).toEqual([0, 10, 23]);
  });

  it('is whole also for a process that starts after it: nothing is folded twice', async () => {
    const first = await follow();
    await reached(first.runner, 8);
    // Nothing but the partition that waits moves on: the view need not write how far it has come.
    await tallies.add(unlucky, 2, 2, 2);
    await reached(first.runner, 11);
    delete luck.unlucky;
    await first.runner.retry('open_tallies', unlucky);
    await first.stop();
    const { runner } = await follow();
    await tallies.add(lucky, 1);
    await reached(runner, 12);
    expect(tableRows(tallies.viewsFile, 'open_tallies')).toEqual(await freshRows('open_tallies'));
  });

  it('while writers write misses nothing and doubles nothing', async () => {
    const { runner } = await follow();
    await reached(runner, 8);
    delete luck.unlucky;
    const writing = Promise.all([1, 2, 3, 4, 5, 6].map((points) => tallies.add(points % 2 ? unlucky : lucky, points)));
    for (let round = 0; round < 3; round += 1) await runner.retry('open_tallies', unlucky);
    await writing;
    await reached(runner, 14);
    expect(tableRows(tallies.viewsFile, 'open_tallies')).toEqual(await freshRows('open_tallies'));
  });

  it('that the disk stops half-way changes nothing: the partition is still aside', async () => {
    const { runner, readStore } = await follow();
    await reached(runner, 8);
    delete luck.unlucky;
    const before = [tableRows(tallies.viewsFile, 'open_tallies'), await readStore.quarantines()];
    disturb(
      tallies.viewsFile,
      `CREATE TRIGGER no_room BEFORE INSERT ON view_open_tallies WHEN new.total = 30 BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await expect(runner.retry('open_tallies', unlucky)).rejects.toThrow('no room');
    expect([tableRows(tallies.viewsFile, 'open_tallies'), await readStore.quarantines()]).toEqual(before);
    expect(runner.isAside('open_tallies', unlucky)).toBe(true);
    disturb(tallies.viewsFile, 'DROP TRIGGER no_room');
    await runner.retry('open_tallies', unlucky);
    expect(tableRows(tallies.viewsFile, 'open_tallies')).toEqual(await freshRows('open_tallies'));
  });
});
