import { randomUUID } from 'node:crypto';

import { SqliteReadStore } from '@minutier/storage';

import type { LedgerCommand } from './decision.js';
import { splitStreamName, streamName } from './envelope.js';
import { CommandRefused, StoreUnavailable, StreamContended, UnknownEvent } from './errors.js';
import { reactionCommandId } from './ids.js';
import { TallyLedger } from './open-ledger.examples.js';
import { type Reaction, ReactionRunner } from './reaction-runner.js';
import { AddMarks, addMarks, tallyStream } from './tally.examples.js';
import { reached, stalled, storedCheckpoints, until } from './view-rows.examples.js';

/** Whoever opens a tally called «Jury …» gives a mark to the second tally, and one to the first of all. */
let second: string;
let first: string;
const react: Reaction = {
  name: 'mark-when-tally-opened',
  reads: ['TallyOpened'],
  react: ({ data }) =>
    (data as { label: string }).label.startsWith('Jury')
      ? [second, first, second].map((id, index) => ({
          stream: streamName('tally', id),
          command: (context) => Object.assign(new AddMarks(context, [index + 1]), { id }),
        }))
      : [],
};

let tallies: TallyLedger;
let readStore: SqliteReadStore;
let given: LedgerCommand[];
let runners: ReactionRunner[];
beforeEach(async () => {
  tallies = await TallyLedger.make();
  readStore = SqliteReadStore.open(tallies.viewsFile);
  [given, runners] = [[], []];
  [first, second] = [randomUUID(), randomUUID()];
  await tallies.open(first, 'Registre');
  await tallies.open(second, 'Registre');
});
afterEach(async () => {
  for (const runner of runners) await runner.stop();
  await readStore.close();
  await tallies.close();
});

type Dispatch = (command: LedgerCommand) => Promise<unknown>;

const execute: Dispatch = (command) => {
  given.push(command);
  const { id } = command as AddMarks & { id: string };
  return tallies.ledger.execute(tallyStream, id, command as AddMarks, addMarks);
};

async function start(dispatch: Dispatch = execute, reactions = [react]): Promise<ReactionRunner> {
  const runner = new ReactionRunner(tallies.store, readStore, tallies.catalogue, reactions, tallies.clock, dispatch);
  runners.push(runner);
  await runner.start();
  return runner;
}

const last = async (): Promise<number> => (await tallies.store.countAfter(null, 1_000)) - 1;
const came = (runner: ReactionRunner) =>
  until(
    async () => runner.status.ordinal === (await last()),
    () => `reactions stand at ${runner.status.ordinal}: ${runner.status.stalled}`,
  );
const points = async (id: string): Promise<readonly number[]> =>
  (await tallies.ledger.load(tallyStream, id)).state.points;

describe('a reaction', () => {
  it('gives its commands once, to their streams in their order, and says what caused them', async () => {
    const runner = await start();
    const receipt = await tallies.open(randomUUID(), 'Jury 1');
    await came(runner);
    expect([await points(first), await points(second)]).toEqual([[2], [1, 3]]);
    const cause = (await tallies.store.readStream(streamName('tally', splitStreamName(receipt.stream).id)))[0]!;
    const [, , mark] = await tallies.store.readStream(streamName('tally', second));
    expect(mark!.meta).toMatchObject({
      commandId: reactionCommandId(react.name, cause.id, `tally-${second}`, 2),
      causationId: cause.id,
      correlationId: cause.meta.correlationId,
      actor: { role: 'reaction', authentication: 'system' },
    });
  });

  it('goes on after a restart from its checkpoint, and reacts to what came meanwhile', async () => {
    const before = await start();
    await tallies.open(randomUUID(), 'Jury 1');
    const concerned = 3;
    await came(before);
    await before.stop();
    expect(storedCheckpoints(tallies.viewsFile)['reactions']).toBeGreaterThanOrEqual(concerned);
    given.length = 0;
    await tallies.open(randomUUID(), 'Jury 2');
    await came(await start());
    expect(given).toHaveLength(3);
    expect(await points(second)).toEqual([1, 3, 1, 3]);
  });

  it('that lost its checkpoint, or runs in two processes, records nothing twice', async () => {
    for (let opened = 0; opened < 3; opened += 1) await tallies.open(randomUUID(), `Jury ${opened}`);
    const [one, other] = [await start(), await start()];
    await Promise.all([came(one), came(other)]);
    await Promise.all([one.stop(), other.stop()]);
    await readStore.close();
    readStore = SqliteReadStore.open(`${tallies.viewsFile}.new`);
    const again = await start();
    await came(again);
    expect(again.status.stalled).toBeUndefined();
    expect([await points(first), await points(second)]).toEqual([
      [2, 2, 2],
      [1, 3, 1, 3, 1, 3],
    ]);
  });

  it('stopped between two of its commands gives the rest later, and the first not again', async () => {
    let stopping: Promise<void> | undefined;
    const runner = await start(async (command) => {
      await execute(command);
      stopping ??= runner.stop();
    });
    await tallies.open(randomUUID(), 'Jury 1');
    await until(
      () => stopping !== undefined,
      () => 'nothing was given',
    );
    await stopping;
    expect([await points(first), await points(second)]).toEqual([[], [1]]);
    await came(await start());
    expect([await points(first), await points(second)]).toEqual([[2], [1, 3]]);
  });

  it('whose command meets a conflict or an outage gives the same command again until it is settled', async () => {
    const faults = [
      new StreamContended('others were faster'),
      new StoreUnavailable('no answer'),
      new StoreUnavailable('no answer'),
      new StoreUnavailable('no answer, again'),
    ];
    const shown: (string | undefined)[] = [];
    const runner = await start(async (command) => {
      shown.push(runner?.status.stalled);
      const fault = faults.shift();
      // The last one comes after the write: its outcome is unknown to the reaction.
      if (faults.length === 0 && fault) await execute(command);
      if (fault) throw fault;
      return execute(command);
    });
    await tallies.open(randomUUID(), 'Jury 1');
    await came(runner);
    expect(new Set(given.slice(0, 2).map(({ context }) => context.commandId)).size).toBe(1);
    expect([await points(first), await points(second)]).toEqual([[2], [1, 3]]);
    expect(shown).toContain('no answer, again');
    expect(runner.status.stalled).toBeUndefined();
  });

  it.each([
    ['a refusal', new CommandRefused('TALLY_NOT_OPEN', { fr: 'Non.', en: 'No.' }, undefined), 'TALLY_NOT_OPEN: No.'],
    ['an event too new for this process', new UnknownEvent('TallySplit', 1), 'TallySplit v1 is unknown'],
  ])('stops at %s, shows it, and goes no further', async (_what, fault, told) => {
    const runner = await start((command) => {
      given.push(command);
      return Promise.reject(fault);
    });
    const before = await last();
    await tallies.open(randomUUID(), 'Jury 1');
    await tallies.open(randomUUID(), 'Jury 2');
    expect(await stalled(runner)).toContain(told);
    await runner.stop();
    expect(given).toHaveLength(1);
    expect(runner.status.ordinal).toBeLessThanOrEqual(before);
    await came(await start());
    expect(await points(second)).toEqual([1, 3, 1, 3]);
  });

  it('that fails by itself is tried again, and shows it meanwhile', async () => {
    const luck = { unlucky: true };
    const runner = await start(execute, [
      {
        ...react,
        react: (event) => {
          if (luck.unlucky) throw new TypeError('a mistake of the program');
          return react.react(event);
        },
      },
    ]);
    await tallies.open(randomUUID(), 'Jury 1');
    expect(await stalled(runner)).toBe('a mistake of the program');
    luck.unlucky = false;
    await came(runner);
    expect(runner.status.stalled).toBeUndefined();
    expect(await points(second)).toEqual([1, 3]);
  });
});

it('read models beside reactions come to the same end', async () => {
  const { runner: views } = await tallies.follow([], `${tallies.viewsFile}.beside`);
  const runner = await start();
  await tallies.open(randomUUID(), 'Jury 1');
  await came(runner);
  await reached(views, await last());
  expect(views.ordinal).toBe(runner.status.ordinal);
});
