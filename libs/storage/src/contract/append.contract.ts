import { RevisionConflict } from '@minutier/ledger';

import { anEvent, aStream, idsOf, someEvents } from './event-samples.js';
import type { OpenLedger } from './opened-ledger.js';

/** Appends: the expected revision, atomicity, repeats, races. */
export function appendContract(open: OpenLedger): void {
  describe('an append', () => {
    it('to an absent stream gives its events the revisions from 0 on', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = someEvents(3);
      expect(await store.append(stream, 'absent', events)).toBe(2);
      const stored = await store.readStream(stream);
      expect(idsOf(stored)).toEqual(idsOf(events));
      expect(stored.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    });

    it('at the last revision continues the stream', async () => {
      const { store } = await open();
      const stream = aStream();
      expect(await store.append(stream, 'absent', someEvents(2))).toBe(1);
      expect(await store.append(stream, 1, someEvents(1))).toBe(2);
      expect(await store.append(stream, 2, someEvents(2))).toBe(4);
    });

    it.each([
      { expected: 'absent', standing: 2, actual: 1 },
      { expected: 0, standing: 2, actual: 1 },
      { expected: 5, standing: 2, actual: 1 },
      { expected: 0, standing: 0, actual: 'absent' },
      { expected: 'present', standing: 0, actual: 'absent' },
    ] as const)(
      'at $expected is refused on a stream at $actual, which is told',
      async ({ expected, standing, actual }) => {
        const { store } = await open();
        const stream = aStream();
        const events = someEvents(standing);
        if (standing > 0) await store.append(stream, 'absent', events);
        const refusal = await store.append(stream, expected, someEvents(2)).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(RevisionConflict);
        expect(refusal).toMatchObject({ stream, expected, actual });
        expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
        expect(await store.countAfter(null, 10)).toBe(standing);
      },
    );

    it('to a stream that is present, whatever its revision, comes after its last event', async () => {
      const { store } = await open();
      const stream = aStream();
      await store.append(stream, 'absent', someEvents(3));
      expect(await store.append(stream, 'present', someEvents(2))).toBe(4);
    });

    it('of no event is a mistake of the caller', async () => {
      const { store } = await open();
      await expect(store.append(aStream(), 'absent', [])).rejects.toThrow(TypeError);
    });

    it('under one id twice writes both events', async () => {
      const { store } = await open();
      const stream = aStream();
      const event = anEvent();
      expect(await store.append(stream, 'absent', [event, event])).toBe(1);
      expect(await store.readStream(stream)).toHaveLength(2);
    });
  });

  repeatContract(open);
  raceContract(open);
}

function repeatContract(open: OpenLedger): void {
  describe('a repeated append', () => {
    it.each(['absent', 1] as const)('at %s gets the first answer and writes nothing', async (expected) => {
      const { store } = await open();
      const stream = aStream();
      if (expected !== 'absent') await store.append(stream, 'absent', someEvents(2));
      const events = someEvents(3);
      const first = await store.append(stream, expected, events);
      expect(await store.append(stream, expected, events)).toBe(first);
      expect(await store.readStream(stream)).toHaveLength(first + 1);
    });

    it('gets the first answer when others have appended meanwhile', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = someEvents(2);
      expect(await store.append(stream, 'absent', events)).toBe(1);
      await store.append(stream, 1, someEvents(4));
      expect(await store.append(stream, 'absent', events)).toBe(1);
      expect(await store.readStream(stream)).toHaveLength(6);
    });

    it('hides nothing that was appended after it, also after the store was opened anew', async () => {
      const { store, reopen } = await open();
      const stream = aStream();
      const events = someEvents(1);
      await store.append(stream, 'absent', events);
      await store.append(stream, 0, someEvents(1));
      const again = await reopen();
      expect(await again.append(stream, 'absent', events)).toBe(0);
      expect(await again.readStream(stream, { from: 1 })).toHaveLength(1);
    });

    it('gets the first answer after the store was opened anew', async () => {
      const { store, reopen } = await open();
      const stream = aStream();
      const events = someEvents(2);
      await store.append(stream, 'absent', events);
      const later = someEvents(1);
      await store.append(stream, 1, later);
      const reopened = await reopen();
      expect(await reopened.append(stream, 'absent', events)).toBe(1);
      expect(await reopened.append(stream, 1, later)).toBe(2);
      expect(await reopened.readStream(stream)).toHaveLength(3);
    });

    it('to a present stream is found wherever it stands, also after the store was opened anew', async () => {
      const { store, reopen } = await open();
      const stream = aStream();
      await store.append(stream, 'absent', someEvents(1));
      const events = someEvents(2);
      expect(await store.append(stream, 'present', events)).toBe(2);
      expect(await store.append(stream, 'present', events)).toBe(2);
      await store.append(stream, 2, someEvents(3));
      expect(await store.append(stream, 'present', events)).toBe(2);
      const reopened = await reopen();
      expect(await reopened.append(stream, 'present', events)).toBe(2);
      expect(await reopened.readStream(stream)).toHaveLength(6);
    });

    it('with one event more, or one changed, is another append and is refused', async () => {
      const { store } = await open();
      const stream = aStream();
      const [first, second] = [anEvent(), anEvent()];
      await store.append(stream, 'absent', [first, second]);
      for (const other of [
        [first, second, anEvent()],
        [first, anEvent()],
        [anEvent(), second],
      ]) {
        await expect(store.append(stream, 'absent', other)).rejects.toMatchObject({
          code: 'REVISION_CONFLICT',
          actual: 1,
        });
      }
      expect(await store.readStream(stream)).toHaveLength(2);
    });

    it('that runs beside the first settles once', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = someEvents(2);
      const answers = await Promise.all(Array.from({ length: 8 }, () => store.append(stream, 'absent', events)));
      expect(answers).toEqual(Array.from({ length: 8 }, () => 1));
      expect(await store.readStream(stream)).toHaveLength(2);
    });
  });
}

function raceContract(open: OpenLedger): void {
  describe('writers that race', () => {
    it('for one stream with several events each: one wins whole, the others are told where it stands', async () => {
      const { store } = await open();
      const stream = aStream();
      const batches = Array.from({ length: 20 }, () => someEvents(5));
      const outcomes = await Promise.allSettled(batches.map((events) => store.append(stream, 'absent', events)));
      const winners = batches.filter((_, index) => outcomes[index]!.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(winners[0]!));
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          expect(outcome.reason).toMatchObject({ code: 'REVISION_CONFLICT', actual: 4 });
      }
    });

    it('on 64 streams all win, each in its own order', async () => {
      const { store } = await open();
      const writers = Array.from({ length: 64 }, () => ({
        stream: aStream(),
        batches: [someEvents(1), someEvents(2), someEvents(1)],
      }));
      await Promise.all(
        writers.map(async ({ stream, batches }) => {
          expect(await store.append(stream, 'absent', batches[0]!)).toBe(0);
          expect(await store.append(stream, 0, batches[1]!)).toBe(2);
          expect(await store.append(stream, 2, batches[2]!)).toBe(3);
        }),
      );
      for (const { stream, batches } of writers) {
        expect(idsOf(await store.readStream(stream))).toEqual(idsOf(batches.flat()));
      }
      expect(await store.countAfter(null, 1_000)).toBe(256);
    });

    it('for the end of one present stream are all taken, none between the events of another', async () => {
      const { store } = await open();
      const stream = aStream();
      await store.append(stream, 'absent', someEvents(1));
      const batches = Array.from({ length: 10 }, () => someEvents(3));
      const last = await Promise.all(batches.map((events) => store.append(stream, 'present', events)));
      const ids = idsOf(await store.readStream(stream));
      expect(ids).toHaveLength(31);
      batches.forEach((events, index) => expect(ids.slice(last[index]! - 2, last[index]! + 1)).toEqual(idsOf(events)));
    });
  });
}
