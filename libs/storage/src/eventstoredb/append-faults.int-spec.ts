import { status } from '@grpc/grpc-js';

import { type AppendFault, EventStoreDbStandIn, faultsOnDemand, freshPrefix } from '@minutier/testing';

import { aStream, idsOf, someEvents } from '../contract/event-samples.js';
import { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb-event-store.js';

/**
 * Goal: whatever happens to an append on its way, it is written once, and its caller hears the first answer or
 * StoreUnavailable. Method: the stand-in fails in one way after the other; an unhandled rejection fails the test too.
 */
faultsOnDemand('an append', () => {
  let standIn: EventStoreDbStandIn;
  const stores: EventStoreDbEventStore[] = [];
  const open = async (options: Partial<EventStoreDbOptions> = {}): Promise<EventStoreDbEventStore> => {
    const { connectionString } = standIn;
    const times = { appendTimeoutMs: 250, readTimeoutMs: 500, settleWithinMs: 8_000 };
    const store = await EventStoreDbEventStore.open({ connectionString, prefix: freshPrefix(), ...times, ...options });
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    standIn = await EventStoreDbStandIn.start();
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    standIn.close();
  });

  const leader = { host: '127.0.0.1', port: 0 };
  const failure = (code: status, details: string, written: boolean): AppendFault => ({
    how: 'call-failure',
    code,
    details,
    written,
  });
  it.each<[string, AppendFault]>([
    ['no answer, unwritten', { how: 'silence', written: false }],
    ['no answer, written', { how: 'silence', written: true }],
    ['a connection that breaks, unwritten', { how: 'drop', written: false }],
    ['a connection that breaks, written', { how: 'drop', written: true }],
    ['a timeout of the server, unwritten', { how: 'timeout', written: false }],
    ['a timeout of the server, written', { how: 'timeout', written: true }],
    ['a server that is not ready', { how: 'not-ready' }],
    ['a server that is not the leader', { how: 'not-leader', leader }],
    ['an unavailable server', failure(status.UNAVAILABLE, 'Connection dropped', true)],
    ['a reset stream', failure(status.INTERNAL, 'Received RST_STREAM with code 0', true)],
    ['a cancelled call', failure(status.CANCELLED, 'CANCELLED', false)],
    ['an unknown error', failure(status.UNKNOWN, 'Exception was thrown by handler.', true)],
  ])('is settled after %s: written once, with the first answer', async (_, fault) => {
    leader.port = standIn.port;
    const store = await open();
    const stream = aStream();
    await store.append(stream, 'absent', someEvents(2));
    standIn.failAppends(2, fault);
    const events = someEvents(3);
    expect(await store.append(stream, 1, events)).toBe(4);
    expect(idsOf(await store.readStream(stream, { from: 2 }))).toEqual(idsOf(events));
    expect(standIn.appendsReceived).toBeGreaterThanOrEqual(4);
    expect(await store.append(stream, 4, someEvents(1))).toBe(5);
  });

  it('that was written is recognised after a restart that lost the server’s memory', async () => {
    const store = await open();
    const stream = aStream();
    await store.append(stream, 'absent', someEvents(1));
    for (const expected of [0, 'present'] as const) {
      standIn.failAppends(1, { how: 'silence', written: true });
      const events = someEvents(2);
      const before = (await store.readStream(stream)).length;
      const arrived = standIn.whenAppendArrives();
      const appending = store.append(stream, expected, events);
      await arrived;
      standIn.kill();
      await standIn.startAgain({ memory: 'lost' });
      expect(await appending).toBe(before + 1);
      expect(idsOf(await store.readStream(stream, { from: before }))).toEqual(idsOf(events));
    }
  });

  it('finds out that it was itself first, though the server says only that the revision is wrong', async () => {
    const store = await open();
    const stream = aStream();
    standIn.failAppends(1, { how: 'wrong-revision-after-writing' });
    expect(await store.append(stream, 'absent', someEvents(2))).toBe(1);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('is repeated at once when the server ends the append stream without an error', async () => {
    const store = await open({ appendTimeoutMs: 120_000, settleWithinMs: 240_000 });
    const stream = aStream();
    await store.append(stream, 'absent', someEvents(1));
    standIn.failAppends(1, { how: 'silence', written: true });
    const arrived = standIn.whenAppendArrives();
    const appending = store.append(stream, 0, someEvents(2));
    await arrived;
    standIn.stopGracefully();
    await standIn.startAgain({ memory: 'lost' });
    expect(await appending).toBe(2);
    expect(await store.readStream(stream)).toHaveLength(3);
  });

  it('says StoreUnavailable when the server stays away, and has effect once when it is sent again', async () => {
    const store = await open({ settleWithinMs: 600 });
    const stream = aStream();
    const events = someEvents(2);
    standIn.failAppends(1, { how: 'drop', written: true });
    await store.append(stream, 'absent', events);
    standIn.kill();
    await expect(store.append(stream, 1, someEvents(1))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await standIn.startAgain({ memory: 'lost' });
    expect(await store.append(stream, 'absent', events)).toBe(1);
    expect(await store.readStream(stream)).toHaveLength(2);
  });

  it('waits for a server that starts after the ledger', async () => {
    standIn.kill();
    const store = await open();
    const appending = store.append(aStream(), 'absent', someEvents(1));
    await standIn.startAgain({ memory: 'kept' });
    expect(await appending).toBe(0);
  });

  it('is settled when a frozen server wakes up', async () => {
    const store = await open();
    const streams = Array.from({ length: 20 }, () => aStream());
    await Promise.all(streams.map((stream) => store.append(stream, 'absent', someEvents(1))));
    standIn.freeze();
    const impatient = await open({ settleWithinMs: 600 });
    const appending = streams.map((stream) => store.append(stream, 0, someEvents(2)));
    // Its giving up shows that attempts have timed out meanwhile.
    await expect(impatient.append(aStream(), 'absent', someEvents(1))).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    standIn.thaw();
    expect(await Promise.all(appending)).toEqual(streams.map(() => 2));
    for (const stream of streams) expect(await store.readStream(stream)).toHaveLength(3);
  });

  it('is settled over a new connection when the old one carries nothing any more', async () => {
    const store = await open();
    const stream = aStream();
    await store.append(stream, 'absent', someEvents(1));
    standIn.strandConnections();
    expect(await store.append(stream, 0, someEvents(1))).toBe(1);
    expect(await store.readStream(stream)).toHaveLength(2);
  }, 20_000);

  it('is settled though the server at first could not say what it can do', async () => {
    standIn.failFeatures(2);
    const store = await open();
    expect(await store.append(aStream(), 'absent', someEvents(1))).toBe(0);
  }, 20_000);

  it('survives with a thousand others a connection that breaks while they queue', async () => {
    const store = await open({ appendTimeoutMs: 3_000 });
    await store.append(aStream(), 'absent', someEvents(1));
    const text = 'x'.repeat(4_000);
    const writers = Array.from({ length: 1_000 }, () => ({
      stream: aStream(),
      events: [{ ...someEvents(1)[0]!, data: { text } }],
    }));
    const appending = writers.map(({ stream, events }) => store.append(stream, 'absent', events));
    await standIn.whenAppendArrives();
    standIn.dropConnections();
    expect(await Promise.all(appending)).toEqual(writers.map(() => 0));
    expect(await store.countAfter(null, 2_000)).toBe(1_001);
  }, 30_000);

  it('to one server survives the fall of another that the same process writes to', async () => {
    const other = await EventStoreDbStandIn.start();
    try {
      const store = await open();
      const doomed = await open({ connectionString: other.connectionString, settleWithinMs: 300 });
      await Promise.all([store, doomed].map((one) => one.append(aStream(), 'absent', someEvents(1))));
      for (let round = 0; round < 5; round += 1) {
        const streams = Array.from({ length: 30 }, () => aStream());
        const appending = Promise.all(streams.map((stream) => store.append(stream, 'absent', someEvents(1))));
        const failing = doomed.append(aStream(), 'absent', someEvents(1));
        other.kill();
        await expect(failing).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
        expect(await appending).toEqual(streams.map(() => 0));
        await other.startAgain({ memory: 'kept' });
      }
      expect(await store.countAfter(null, 1_000)).toBe(151);
    } finally {
      other.close();
    }
  }, 30_000);

  it('leaves no call and no connection behind once the store is closed', async () => {
    const store = await open();
    standIn.failAppends(1, { how: 'silence', written: false });
    await store.append(aStream(), 'absent', someEvents(1));
    await store.close();
    await standIn.whenNoConnections();
  });

  it('to a deleted stream means that someone meddled', async () => {
    const prefix = freshPrefix();
    const store = await open({ prefix });
    const [deleted, tombstoned] = [aStream(), aStream()];
    for (const stream of [deleted, tombstoned]) await store.append(stream, 'absent', someEvents(2));
    standIn.log.delete(`${prefix}.${deleted}`);
    standIn.log.tombstone(`${prefix}.${tombstoned}`);
    for (const stream of [deleted, tombstoned]) {
      await expect(store.append(stream, 'absent', someEvents(1))).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
    }
  });
});
