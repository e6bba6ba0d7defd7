import { status } from '@grpc/grpc-js';

import { EventStoreDbStandIn, faultsOnDemand, freshPrefix, type ReadFault } from '@minutier/testing';

import { anEvent, aStream, follow, idsOf, someEvents } from '../contract/event-samples.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

/**
 * Goal: a follower gets each event once and in order, whatever befalls the server, and is never told that it has
 * caught up when it has not. Method: the stand-in drops it in every form that real servers showed.
 */
faultsOnDemand('a follower of the log', () => {
  let standIn: EventStoreDbStandIn;
  let store: EventStoreDbEventStore;
  const prefix = freshPrefix();
  const open = async (keepAlive = ''): Promise<void> => {
    store = await EventStoreDbEventStore.open({
      connectionString: `${standIn.connectionString}${keepAlive}`,
      prefix,
      appendTimeoutMs: 1_000,
      readTimeoutMs: 500,
      settleWithinMs: 8_000,
    });
  };
  /** So many events in one stream; their ids. */
  const write = async (count: number, data: object = {}): Promise<string[]> => {
    const stream = aStream();
    const ids: string[] = [];
    for (let written = 0; written < count; written += 50) {
      const events = someEvents(Math.min(50, count - written)).map((event) => ({ ...event, data }));
      await store.append(stream, written === 0 ? 'absent' : written - 1, events);
      ids.push(...idsOf(events));
    }
    return ids;
  };
  beforeEach(async () => {
    standIn = await EventStoreDbStandIn.start();
    await open();
  });
  afterEach(async () => {
    await store.close();
    standIn.close();
  });

  it.each<[string, ReadFault['how']]>([
    ['an end without an error', 'end'],
    ['a connection that breaks', 'drop'],
    ['an unavailable server', { code: status.UNAVAILABLE, details: 'Connection dropped' }],
    ['a reset stream', { code: status.INTERNAL, details: 'Received RST_STREAM with code 0' }],
    ['a cancelled call', { code: status.CANCELLED, details: 'CANCELLED' }],
    ['an unknown error', { code: status.UNKNOWN, details: 'Exception was thrown by handler.' }],
  ])('takes up after %s, while it catches up and when it is live', async (_, how) => {
    const ids = await write(400);
    standIn.failReads(1, { how, afterEvents: 130 });
    let isLive = false;
    let writing: Promise<string[]> | undefined;
    const seen = await follow(store, null, ({ length }, { caughtUp }) => {
      if (caughtUp && !isLive) {
        isLive = true;
        standIn.dropConnections();
        // The look-up of the place comes first, then the subscription.
        standIn.failReads(1, { how: 'drop', afterEvents: 0 });
        standIn.failReads(2, { how, afterEvents: 7 });
        writing = write(50);
      }
      return length >= 450;
    });
    expect(idsOf(seen)).toEqual([...ids, ...(await writing!)]);
    expect(idsOf(seen)).toEqual(idsOf(await store.readLog(null, 1_000)));
  });

  it.each(['killed', 'stopped gracefully'] as const)(
    'survives a server that is %s again and again under writers',
    async (how) => {
      const total = 1_200;
      const streams = Array.from({ length: 4 }, () => aStream());
      const writing = Promise.all(
        streams.map(async (stream) => {
          for (let next = 0; next < total / 4; next += 3) {
            await store.append(stream, next === 0 ? 'absent' : next - 1, someEvents(3));
          }
        }),
      );
      let restarts = 0;
      const seen = await follow(store, null, ({ length }) => {
        if (length > (restarts + 1) * 250 && restarts < 4) {
          restarts += 1;
          if (how === 'killed') standIn.kill();
          else standIn.stopGracefully();
          void standIn.startAgain({ memory: 'lost' });
        }
        return length >= total;
      });
      await writing;
      expect(restarts).toBe(4);
      expect(seen).toHaveLength(total);
      expect(new Set(idsOf(seen)).size).toBe(total);
      expect(idsOf(seen)).toEqual(idsOf(await store.readLog(null, 2_000)));
    },
    60_000,
  );

  it('notices a server that is frozen by the silence of its connection', async () => {
    await store.close();
    const warn = jestWarnings();
    await open('&keepAliveInterval=300&keepAliveTimeout=200');
    const ids = await write(10);
    let connections = 0;
    let writing: Promise<string[]> | undefined;
    const seen = await follow(store, null, ({ length }, { caughtUp }) => {
      if (caughtUp && connections === 0) {
        connections = standIn.openConnections;
        standIn.freeze();
        // A new connection shows that the client has given up the one that is silent.
        writing = standIn.whenConnected().then(() => {
          standIn.thaw();
          return write(5);
        });
      }
      return length >= 15;
    });
    warn.restore();
    expect(connections).toBeGreaterThan(0);
    expect(idsOf(seen)).toEqual([...ids, ...(await writing!)]);
  }, 30_000);

  it('does not let the server run ahead of a slow handler without bound', async () => {
    const ids = await write(4_000, { text: 'x'.repeat(10_000) });
    standIn.eventsSent = 0;
    let handled = 0;
    for await (const { events } of store.subscribe(null, new AbortController().signal)) {
      handled += events.length;
      if (handled > 500) break;
    }
    await standIn.whenNoReads();
    expect(handled).toBeLessThan(1_100);
    expect(standIn.eventsSent).toBeLessThan(ids.length * 0.75);
  }, 60_000);

  it('leaves no call behind, whether it aborts, leaves its loop or reads only a page', async () => {
    await write(300);
    await follow(store, null, (_, { caughtUp }) => caughtUp);
    for await (const { events } of store.subscribe(null, new AbortController().signal)) {
      if (events.length > 0) break;
    }
    expect(await store.readLog(null, 10)).toHaveLength(10);
    expect(await store.countAfter(null, 10)).toBe(10);
    await standIn.whenNoReads();
  });

  it('passes by a link whose event is gone, and by what others write', async () => {
    const [first] = await write(1);
    standIn.log.addGoneLink(`${prefix}.candidacy-1`);
    const other = await EventStoreDbEventStore.open({
      connectionString: standIn.connectionString,
      prefix: `${prefix}2`,
    });
    await other.append(aStream(), 'absent', someEvents(3));
    await other.close();
    const [last] = await write(1);
    expect(idsOf(await follow(store, null, (_, { caughtUp }) => caughtUp))).toEqual([first, last]);
    expect(idsOf(await store.readLog(null, 10))).toEqual([first, last]);
  });

  it('is told when the log no longer holds the place where it stood: an older backup was restored', async () => {
    const ids = await write(100);
    const places = (await store.readLog(null, 200)).map(({ position }) => position);
    const following = follow(store, null, ({ length }) => {
      if (length < 100) return false;
      standIn.kill();
      standIn.log.restoreBackup(60);
      void standIn.startAgain({ memory: 'lost' });
      return false;
    });
    await expect(following).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED', message: /older backup/ });
    for (const lost of [places[60]!, places.at(-1)!]) {
      await expect(store.readLog(lost, 10)).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
      await expect(store.countAfter(lost, 10)).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
      await expect(follow(store, lost, () => false)).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
    }
    expect(idsOf(await store.readLog(places[9]!, 100))).toEqual(ids.slice(10, 60));
    await store.append(aStream(), 'absent', [anEvent({ text: 'of another size than what was lost' })]);
    await expect(store.readLog(places[80]!, 10)).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
  }, 20_000);

  it.each<[string, ReadFault]>([
    ['silence', { how: 'silence', afterEvents: 40 }],
    ['a connection that breaks', { how: 'drop', afterEvents: 40 }],
    ['a fault of the server', { how: { code: status.UNAVAILABLE, details: 'Server Is Not Ready' }, afterEvents: 0 }],
  ])('gets all of a page, and of a stream, after %s', async (_, fault) => {
    const ids = await write(150);
    for (const read of [
      async () => idsOf(await store.readLog(null, 1_000)),
      async () => idsOf(await store.readStream((await store.readLog(null, 1))[0]!.stream)),
    ]) {
      standIn.failReads(2, fault);
      expect(await read()).toEqual(ids);
    }
    standIn.failReads(1, fault);
    expect(await store.countAfter(null, 1_000)).toBe(150);
  });
});

/** The client warns at each opening about a short keep-alive; the test wants one. */
function jestWarnings(): { restore: () => void } {
  const { warn } = console;
  console.warn = () => undefined;
  return { restore: () => (console.warn = warn) };
}
