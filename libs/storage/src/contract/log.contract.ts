import { setTimeout as pause } from 'node:timers/promises';

import type { EventStore, LogBatch, StoredEvent } from '@minutier/ledger';

import { anEvent, aStream, follow, idsOf, someEvents } from './event-samples.js';
import type { OpenLedger } from './opened-ledger.js';

/** Reading a stream, reading the log, following it. */
export function logContract(open: OpenLedger): void {
  streamReadingContract(open);
  logReadingContract(open);
  subscriptionContract(open);
}

function streamReadingContract(open: OpenLedger): void {
  describe('reading a stream', () => {
    it('that is absent gives nothing, in both directions', async () => {
      const { store } = await open();
      expect(await store.readStream(aStream())).toEqual([]);
      expect(await store.readStream(aStream(), { direction: 'backwards', limit: 1 })).toEqual([]);
      expect(await store.readStream(aStream(), { from: 3 })).toEqual([]);
    });

    it.each([
      { options: {}, revisions: [0, 1, 2, 3, 4] },
      { options: { from: 2 }, revisions: [2, 3, 4] },
      { options: { from: 1, limit: 2 }, revisions: [1, 2] },
      { options: { from: 4, limit: 9 }, revisions: [4] },
      { options: { from: 5 }, revisions: [] },
      { options: { limit: 0 }, revisions: [] },
      { options: { direction: 'backwards' }, revisions: [4, 3, 2, 1, 0] },
      { options: { direction: 'backwards', limit: 2 }, revisions: [4, 3] },
    ] as const)('with $options gives $revisions of five', async ({ options, revisions }) => {
      const { store } = await open();
      const stream = aStream();
      const events = someEvents(5);
      await store.append(stream, 'absent', events);
      const stored = await store.readStream(stream, options);
      expect(stored.map(({ revision }) => revision)).toEqual(revisions);
      expect(idsOf(stored)).toEqual(revisions.map((revision) => events[revision]!.id));
    });

    it('sees no stream whose name begins with the same letters', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = someEvents(2);
      await store.append(stream, 'absent', events);
      await store.append(`${stream}a` as typeof stream, 'absent', someEvents(1));
      await store.append(`other${stream}` as typeof stream, 'absent', someEvents(1));
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    });
  });
}

/** Three streams of two categories, their appends interleaved; the events in the order of their appends. */
async function interleaved(store: EventStore): Promise<string[]> {
  const streams = [aStream('candidacy'), aStream('jury'), aStream('candidacy')];
  const ids: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    for (const stream of streams) {
      const events = someEvents(2);
      await store.append(stream, round === 0 ? 'absent' : round * 2 - 1, events);
      ids.push(...idsOf(events));
    }
  }
  return ids;
}

function logReadingContract(open: OpenLedger): void {
  describe('reading the log', () => {
    it('gives all categories in the order of their appends, page after page', async () => {
      const { store } = await open();
      const ids = await interleaved(store);
      expect(idsOf(await store.readLog(null, 100))).toEqual(ids);
      const pages: StoredEvent[] = [];
      for (let after: string | null = null; ; after = pages.at(-1)!.position) {
        const page = await store.readLog(after, 5);
        pages.push(...page);
        if (page.length < 5) break;
      }
      expect(idsOf(pages)).toEqual(ids);
    });

    it('counts what stands after a position, up to a limit', async () => {
      const { store } = await open();
      expect(await store.countAfter(null, 10)).toBe(0);
      const ids = await interleaved(store);
      const events = await store.readLog(null, 100);
      expect(await store.countAfter(null, 100)).toBe(ids.length);
      expect(await store.countAfter(null, 7)).toBe(7);
      expect(await store.countAfter(events[9]!.position, 100)).toBe(ids.length - 10);
      expect(await store.countAfter(events.at(-1)!.position, 100)).toBe(0);
      expect(await store.readLog(events.at(-1)!.position, 100)).toEqual([]);
    });

    it('keeps its positions when the store is opened anew', async () => {
      const { store, reopen } = await open();
      const ids = await interleaved(store);
      const before = await store.readLog(null, 100);
      const reopened = await reopen();
      expect(await reopened.readLog(null, 100)).toEqual(before);
      expect(idsOf(await reopened.readLog(before[10]!.position, 3))).toEqual(ids.slice(11, 14));
    });

    it('sees nothing of another ledger that is kept in the same place', async () => {
      const [mine, other] = [await open(), await open()];
      const stream = aStream();
      const [myEvents, otherEvents] = [someEvents(2), someEvents(3)];
      await other.store.append(stream, 'absent', otherEvents);
      await mine.store.append(stream, 'absent', myEvents);
      await other.store.append(stream, 2, someEvents(1));
      expect(idsOf(await mine.store.readLog(null, 10))).toEqual(idsOf(myEvents));
      expect(idsOf(await mine.store.readStream(stream))).toEqual(idsOf(myEvents));
      expect(await mine.store.countAfter(null, 10)).toBe(2);
      expect(idsOf(await follow(mine.store, null, (_, { caughtUp }) => caughtUp))).toEqual(idsOf(myEvents));
    });
  });
}

function subscriptionContract(open: OpenLedger): void {
  describe('a subscription', () => {
    it('on an empty ledger says that it has caught up, then gives what is written', async () => {
      const { store } = await open();
      const event = anEvent();
      const batches: LogBatch[] = [];
      await follow(store, null, (seen, batch) => {
        batches.push(batch);
        if (batches.length === 1) void store.append(aStream(), 'absent', [event]);
        return seen.length === 1;
      });
      expect(batches[0]).toEqual({ events: [], caughtUp: true });
      expect(idsOf(batches.flatMap(({ events }) => events))).toEqual([event.id]);
    });

    it('catches up in batches of at most 512, says so at the end, and only then', async () => {
      const { store } = await open();
      const stream = aStream();
      for (let part = 0; part < 13; part += 1) {
        await store.append(stream, part === 0 ? 'absent' : part * 100 - 1, someEvents(100));
      }
      const batches: LogBatch[] = [];
      const seen = await follow(store, null, (_, batch) => batches.push(batch) > 0 && batch.caughtUp);
      expect(seen.map(({ revision }) => revision)).toEqual(Array.from({ length: 1_300 }, (_, revision) => revision));
      expect(Math.max(...batches.map(({ events }) => events.length))).toBeLessThanOrEqual(512);
      expect(batches.findIndex(({ caughtUp }) => caughtUp)).toBe(batches.length - 1);
    });

    it('never says that it has caught up before its reader has all that was there', async () => {
      const { store } = await open();
      const stream = aStream();
      for (let part = 0; part < 12; part += 1) {
        await store.append(stream, part === 0 ? 'absent' : part * 100 - 1, someEvents(100));
      }
      let [handled, handledWhenCaughtUp] = [0, -1];
      for await (const { events, caughtUp } of store.subscribe(null, AbortSignal.timeout(60_000))) {
        // A reader that is slow leaves the store time to run ahead of it.
        await pause(30);
        handled += events.length;
        if (!caughtUp) continue;
        handledWhenCaughtUp = handled;
        break;
      }
      expect(handledWhenCaughtUp).toBe(1_200);
    });

    it('goes from old to new with no gap and no double while writers write', async () => {
      const { store } = await open();
      const streams = Array.from({ length: 16 }, () => aStream());
      await Promise.all(streams.map((stream) => store.append(stream, 'absent', someEvents(20))));
      const writing = Promise.all(
        streams.map(async (stream) => {
          for (let revision = 19; revision < 99; revision += 2) await store.append(stream, revision, someEvents(2));
        }),
      );
      const total = 16 * 100;
      const seen = await follow(store, null, (so) => so.length >= total);
      await writing;
      expect(idsOf(seen)).toEqual(idsOf(await store.readLog(null, total + 1)));
      expect(new Set(idsOf(seen)).size).toBe(total);
    });

    it('takes up at any position, also after the store was opened anew', async () => {
      const { store, reopen } = await open();
      const ids = await interleaved(store);
      const events = await store.readLog(null, 100);
      const reopened = await reopen();
      for (const place of [0, 1, 11, ids.length - 2]) {
        const seen = await follow(reopened, events[place]!.position, (_, { caughtUp }) => caughtUp);
        expect(idsOf(seen)).toEqual(ids.slice(place + 1));
      }
    });

    it('ends when its reader gives up, while it waits and between two batches', async () => {
      const { store } = await open();
      await store.append(aStream(), 'absent', someEvents(2));
      const ending = new AbortController();
      const batches = store.subscribe(null, ending.signal)[Symbol.asyncIterator]();
      expect((await batches.next()).done).toBe(false);
      const waiting = (async () => {
        for (let next = await batches.next(); !next.done;) next = await batches.next();
        return 'ended';
      })();
      ending.abort();
      expect(await waiting).toBe('ended');
      expect((await store.subscribe(null, ending.signal)[Symbol.asyncIterator]().next()).done).toBe(true);
    });
  });
}
