import { randomUUID } from 'node:crypto';

import { AddMarks, addMarks, tallyStream } from '../../libs/ledger/src/tally.examples.js';
import { aContext, TallyLedger } from '../../libs/ledger/src/open-ledger.examples.js';
import { type Ledger, type NewEvent, type Receipt, StreamContended, streamName } from '@minutier/ledger';

/**
 * Goal: writers that race leave a history in which each stream could have been written by one of them after the other.
 * Method: many commands at once, through one process's ledger and through several that share the store alone; each
 * command's begin and end are taken on one clock, and the revisions are held against them (linearizability of an
 * append-only register: what ended before another began stands before it).
 */
interface Written {
  readonly began: number;
  readonly ended: number;
  readonly receipt: Receipt;
}

let tallies: TallyLedger;
beforeEach(async () => {
  tallies = await TallyLedger.make();
});
afterEach(() => tallies.close());

async function timed(give: () => Promise<Receipt>): Promise<Written> {
  const began = performance.now();
  const receipt = await give();
  return { began, ended: performance.now(), receipt };
}

/** Gives a command as a caller does who was told «try again»: the same one, until it is settled. */
async function settled(ledger: Ledger, id: string, command: AddMarks): Promise<Receipt> {
  for (;;) {
    try {
      return await ledger.execute(tallyStream, id, command, addMarks);
    } catch (error) {
      if (!(error instanceof StreamContended)) throw error;
    }
  }
}

function againstTime(history: readonly Written[]): string[] {
  const byStream = Map.groupBy(history, ({ receipt }) => receipt.stream);
  return [...byStream.values()].flatMap((written) =>
    written.flatMap((one) =>
      written
        .filter((other) => one.ended < other.began && one.receipt.revision >= other.receipt.revision)
        .map((other) => `${one.receipt.revision} ended before ${other.receipt.revision} began`),
    ),
  );
}

async function holds(ids: readonly string[], history: readonly Written[]): Promise<void> {
  expect(againstTime(history)).toEqual([]);
  for (const id of ids) {
    const stream = streamName('tally', id);
    const standing = await tallies.store.readStream(stream);
    const mine = history.filter(({ receipt }) => receipt.stream === stream).map(({ receipt }) => receipt);
    mine.sort((one, other) => one.revision - other.revision);
    expect(standing.slice(1).map((event) => event.id)).toEqual(mine.flatMap(({ eventIds }) => eventIds));
    expect(standing.map(({ revision }) => revision)).toEqual(standing.map((_, index) => index));
  }
}

describe('64 commands at once', () => {
  it('on one stream are all taken, one after the other, none between the events of another', async () => {
    const id = randomUUID();
    await tallies.open(id);
    const history = await Promise.all(
      Array.from({ length: 64 }, (_, turn) => timed(() => tallies.add(id, turn, turn + 1, turn + 2))),
    );
    await holds([id], history);
    expect((await tallies.ledger.load(tallyStream, id)).revision).toBe(64 * 3);
  });

  it('on 64 streams are all taken, in fewer transactions than commands', async () => {
    const ids = Array.from({ length: 64 }, () => randomUUID());
    await Promise.all(ids.map((id) => tallies.open(id)));
    const history = await Promise.all(
      ids.flatMap((id) => [1, 2, 3].map((points) => timed(() => tallies.add(id, points)))),
    );
    await holds(ids, history);
  });

  it('on one stream through four ledgers that share the store alone are each taken once', async () => {
    const id = randomUUID();
    await tallies.open(id);
    const ledgers = [tallies.ledger, tallies.another(), tallies.another(), tallies.another()];
    const history = await Promise.all(
      Array.from({ length: 64 }, (_, turn) =>
        timed(() => settled(ledgers[turn % 4]!, id, new AddMarks(aContext(), [turn, turn]))),
      ),
    );
    await holds([id], history);
  });

  it('each given to two ledgers at once have effect once, and both are answered alike', async () => {
    const id = randomUUID();
    await tallies.open(id);
    const other = tallies.another();
    const commands = Array.from({ length: 32 }, (_, turn) => new AddMarks(aContext(), [turn]));
    const answers = await Promise.all(
      commands.map((command) => Promise.all([settled(tallies.ledger, id, command), settled(other, id, command)])),
    );
    for (const [one, two] of answers) expect(one).toEqual(two);
    expect(await tallies.store.readStream(streamName('tally', id))).toHaveLength(33);
  });

  it('that all saw the same revision are refused but one', async () => {
    const id = randomUUID();
    await tallies.open(id);
    const ledgers = [tallies.ledger, tallies.another()];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 64 }, (_, turn) =>
        ledgers[turn % 2]!.execute(tallyStream, id, new AddMarks(aContext({ expectedRevision: 0 }), [turn]), addMarks),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(63);
    for (const { reason } of refused)
      expect(reason).toMatchObject({ code: 'REVISION_CONFLICT', expected: 0, actual: 1 });
  });
});

it('a command that always meets others gives up after a bounded number of attempts, and leaves nothing', async () => {
  const id = randomUUID();
  await tallies.open(id);
  const intrusions: Promise<unknown>[] = [];
  // The pure function is the moment between reading and appending: each time, somebody else appends in it.
  const contended = tallies.ledger.execute(tallyStream, id, new AddMarks(aContext(), [99]), (command, tally) => {
    intrusions.push(tallies.store.append(streamName('tally', id), tally.points.length, [anIntruder()]));
    return addMarks(command, tally);
  });
  await expect(contended).rejects.toBeInstanceOf(StreamContended);
  await Promise.all(intrusions);
  expect(intrusions).toHaveLength(12);
  const { points } = (await tallies.ledger.load(tallyStream, id)).state;
  expect(points).toEqual(intrusions.map(() => 1));
});

function anIntruder(): NewEvent {
  const { actor, correlationId, causationId, commandId } = aContext();
  return {
    id: randomUUID(),
    type: 'MarkAdded',
    version: 1,
    data: { points: 1, remark: null },
    meta: {
      commandId,
      commandDigest: 'd',
      correlationId,
      causationId,
      actor,
      recordedAt: tallies.clock.at,
      ledger: tallies.ledger.ledgerId,
    },
  };
}
