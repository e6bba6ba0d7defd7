import type { EventStore, LogBatch } from './event-store.js';
import { BEFORE_FIRST, followLog, type LoggedBatch } from './log-follower.js';
import { TallyLedger } from './open-ledger.examples.js';

type FollowedStore = Pick<EventStore, 'subscribe' | 'readStream'>;

const MARKS = [1, 2, 3, 4, 5, 6, 7];
const APPENDS = 150;

let tallies: TallyLedger;
beforeAll(async () => {
  tallies = await TallyLedger.make();
  await tallies.open('paris');
  for (let append = 0; append < APPENDS; append += 1) await tallies.add('paris', ...MARKS);
});
afterAll(() => tallies.close());

/** Every batch of the log, up to its end. */
async function batchesOf(store: FollowedStore): Promise<LoggedBatch[]> {
  const until = new AbortController();
  const batches: LoggedBatch[] = [];
  for await (const batch of followLog(store, tallies.catalogue, BEFORE_FIRST, until.signal)) {
    batches.push(batch);
    if (batch.caughtUp) until.abort();
  }
  return batches;
}

/** The same store, giving the log as a wire may: in pieces of this size. */
function inPieces(store: EventStore, size: number): FollowedStore {
  async function* subscribe(after: string | null, signal: AbortSignal): AsyncGenerator<LogBatch> {
    for await (const { events, caughtUp } of store.subscribe(after, signal)) {
      for (let from = 0; from < events.length; from += size) {
        const isLast = from + size >= events.length;
        yield { events: events.slice(from, from + size), caughtUp: caughtUp && isLast };
      }
    }
  }
  return { subscribe, readStream: (stream, options) => store.readStream(stream, options) };
}

describe('a batch of the log', () => {
  it.each([
    ['as the store cuts it', () => tallies.store],
    ['event by event', () => inPieces(tallies.store, 1)],
    ['in pieces of three', () => inPieces(tallies.store, 3)],
  ])('ends where an append ends, with every event once: %s', async (_cut, store) => {
    const batches = await batchesOf(store());
    const commands = batches.map(({ events }) => events.map(({ meta }) => meta.commandId));
    for (const [place, next] of commands.slice(1).entries()) expect(next[0]).not.toBe(commands[place]!.at(-1));
    const ordinals = batches.flatMap(({ events }) => events.map(({ ordinal }) => ordinal));
    expect(ordinals).toEqual(Array.from({ length: 2 + APPENDS * MARKS.length }, (_, ordinal) => ordinal));
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.at(-1)!.checkpoint.ordinal).toBe(ordinals.length - 1);
  });
});
