import fc from 'fast-check';

import { APPEND_SIZE_MAX_BYTES, type EventMeta, EVENT_SIZE_MAX_BYTES, type StoredEvent } from '@minutier/ledger';
import { canonicalJson, eventHash } from '@minutier/proof';

import { anEvent, anEventOfBytes, aStream, canonicalObjects, idsOf } from './event-samples.js';
import type { OpenLedger } from './opened-ledger.js';

/** What is read is, byte for byte in its canonical form, what was written. */
export function contentContract(open: OpenLedger): void {
  describe('an event', () => {
    it('comes back with everything that it was given, and with its place', async () => {
      const { store } = await open();
      const stream = aStream();
      const meta: EventMeta = { ...anEvent().meta, occurredAt: '2026-03-03T00:00:00.000Z', simulated: true };
      const event = { ...anEvent(), version: 7, meta };
      await store.append(stream, 'absent', [event]);
      const [stored] = await store.readStream(stream);
      const { position, ...rest } = stored!;
      expect(rest).toEqual({ ...event, stream, revision: 0 });
      expect((await store.readLog(null, 1))[0]!.position).toBe(position);
    });

    it('keeps its canonical bytes and its hash, through another opening too', async () => {
      const { store, reopen } = await open();
      const stream = aStream();
      const event = anEvent({
        é: 'Éléonore — 1ʳᵉ',
        '\u{1F393}': ['𝒜', '\u0000\u001f\u2028', ''],
        b: { z: null, a: -0x1fffffffffffff },
      });
      const { id, type, version, data, meta } = event;
      const hash = eventHash({ id, stream, revision: 0, type, version, meta, data });
      await store.append(stream, 'absent', [event]);
      for (const reader of [() => store, reopen]) {
        const [stored] = await (await reader()).readStream(stream);
        expect(canonicalJson(stored!.data)).toBe(canonicalJson(data));
        expect(canonicalJson(stored!.meta)).toBe(canonicalJson(meta));
        expect(eventHash(stored!)).toBe(hash);
      }
    });

    it('keeps any canonical content', async () => {
      const { store } = await open();
      await fc.assert(
        fc.asyncProperty(fc.array(canonicalObjects(), { minLength: 1, maxLength: 4 }), async (contents) => {
          const stream = aStream();
          const events = contents.map((data) => anEvent(data));
          await store.append(stream, 'absent', events);
          const stored = await store.readStream(stream);
          expect(stored.map(({ data }) => canonicalJson(data))).toEqual(contents.map((data) => canonicalJson(data)));
          expect(stored.map(hashWithoutPlace)).toEqual(events.map(hashWithoutPlace));
        }),
        { numRuns: 100 },
      );
    });

    it('without a canonical form is refused, and so is its whole append', async () => {
      const { store } = await open();
      const stream = aStream();
      for (const data of [{ value: 14.5 }, { value: 10n }, { '12': 'a' }, { text: '\ud800' }]) {
        const refusal = store.append(stream, 'absent', [anEvent(), anEvent(data)]);
        await expect(refusal).rejects.toMatchObject({ code: 'NOT_CANONICAL' });
      }
      expect(await store.readStream(stream)).toEqual([]);
    });
  });

  describe('the size', () => {
    it('of an event may be 48 KiB, in text of any width', async () => {
      const { store } = await open();
      const stream = aStream();
      const widest = anEvent({ text: '\u{1F393}'.repeat(12_000) });
      const events = [anEventOfBytes(EVENT_SIZE_MAX_BYTES), widest];
      await store.append(stream, 'absent', events);
      const stored = await store.readStream(stream);
      expect(stored.map(({ data }) => data)).toEqual(events.map(({ data }) => data));
    });

    it('of an event above 48 KiB is refused, and nothing is written', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = [anEvent(), anEventOfBytes(EVENT_SIZE_MAX_BYTES + 1)];
      await expect(store.append(stream, 'absent', events)).rejects.toMatchObject({ code: 'APPEND_TOO_LARGE' });
      expect(await store.readStream(stream)).toEqual([]);
    });

    it('of an append may be 768 KiB', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = Array.from({ length: 16 }, () => anEventOfBytes(EVENT_SIZE_MAX_BYTES));
      expect(events.length * EVENT_SIZE_MAX_BYTES).toBe(APPEND_SIZE_MAX_BYTES);
      expect(await store.append(stream, 'absent', events)).toBe(15);
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    });

    it('of an append above 768 KiB is refused, and nothing is written', async () => {
      const { store } = await open();
      const stream = aStream();
      const events = [...Array.from({ length: 16 }, () => anEventOfBytes(EVENT_SIZE_MAX_BYTES)), anEvent()];
      await expect(store.append(stream, 'absent', events)).rejects.toMatchObject({ code: 'APPEND_TOO_LARGE' });
      expect(await store.readStream(stream)).toEqual([]);
      expect(await store.countAfter(null, 10)).toBe(0);
    });
  });
}

function hashWithoutPlace({
  id,
  type,
  version,
  meta,
  data,
}: Pick<StoredEvent, 'id' | 'type' | 'version' | 'meta' | 'data'>): string {
  return eventHash({ id, type, version, meta, data, stream: '', revision: 0 });
}
