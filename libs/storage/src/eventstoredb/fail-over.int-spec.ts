import { EventStoreDbStandIn, faultsOnDemand, freshPrefix } from '@minutier/testing';

import { aStream, follow, idsOf, someEvents } from '../contract/event-samples.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

/**
 * Goal: through the fall of a cluster's leader, every acknowledged append stands once and followers go on. Method: two
 * nodes that share one log; gossip names the other as soon as one falls.
 */
faultsOnDemand('a cluster', () => {
  let nodes: [EventStoreDbStandIn, EventStoreDbStandIn];
  let store: EventStoreDbEventStore;
  const elect = (leader: EventStoreDbStandIn): void => {
    for (const node of nodes) node.members = nodes.map((one) => ({ port: one.port, isLeader: one === leader }));
  };
  beforeEach(async () => {
    const first = await EventStoreDbStandIn.start();
    nodes = [first, await EventStoreDbStandIn.start(first.log)];
    elect(first);
    const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
    store = await EventStoreDbEventStore.open({
      connectionString: `esdb://${hosts}?tls=false&maxDiscoverAttempts=3`,
      prefix: freshPrefix(),
      appendTimeoutMs: 500,
    });
  });
  afterEach(async () => {
    await store.close();
    for (const node of nodes) node.close();
  });

  it('is written to, read and followed at its leader only, and at the new one after a fall', async () => {
    const total = 800;
    const streams = Array.from({ length: 8 }, () => aStream());
    const acknowledged: string[] = [];
    const writing = Promise.all(
      streams.map(async (stream) => {
        for (let next = 0; next < total / 8; next += 2) {
          const events = someEvents(2);
          expect(await store.append(stream, next === 0 ? 'absent' : next - 1, events)).toBe(next + 1);
          acknowledged.push(...idsOf(events));
        }
      }),
    );
    let falls = 0;
    const seen = await follow(store, null, ({ length }) => {
      if (length > (falls + 1) * 200 && falls < 3) {
        const [fallen, next] = falls % 2 === 0 ? nodes : nodes.toReversed();
        falls += 1;
        fallen!.kill();
        elect(next!);
        void fallen!.startAgain({ memory: 'lost' });
      }
      return length >= total;
    });
    await writing;
    expect(falls).toBe(3);
    expect(new Set(idsOf(seen)).size).toBe(total);
    expect(idsOf(seen).toSorted()).toEqual(acknowledged.toSorted());
    expect(idsOf(await store.readLog(null, 1_000))).toEqual(idsOf(seen));
  }, 60_000);

  it('without any node says StoreUnavailable, and serves again when the nodes are back', async () => {
    await store.close();
    const hosts = nodes.map(({ port }) => `127.0.0.1:${port}`).join(',');
    const connectionString = `esdb://${hosts}?tls=false&maxDiscoverAttempts=2&discoveryInterval=20`;
    const prefix = freshPrefix();
    store = await EventStoreDbEventStore.open({ connectionString, prefix, settleWithinMs: 800 });
    const stream = aStream();
    const events = someEvents(2);
    expect(await store.append(stream, 'absent', events)).toBe(1);
    for (const node of nodes) node.kill();
    await expect(store.append(stream, 1, someEvents(1))).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(store.readStream(stream)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    for (const node of nodes) await node.startAgain({ memory: 'lost' });
    await store.close();
    store = await EventStoreDbEventStore.open({ connectionString, prefix });
    expect(await store.append(stream, 'absent', events)).toBe(1);
    expect(await store.readStream(stream)).toHaveLength(2);
  }, 30_000);
});
