import fc from 'fast-check';

import type { StoredEvent } from './envelope.js';
import { UnknownEvent } from './errors.js';
import { BEFORE_FIRST, numbered } from './log-follower.js';
import { eventCatalogue } from './stream-definition.js';
import { tallyStream } from './tally.examples.js';

const catalogue = eventCatalogue([tallyStream]);

const recordedAt = (instant: string, place: number) =>
  ({
    type: 'TallyClosed',
    version: 1,
    position: `p${place}`,
    data: { total: 0 },
    meta: { recordedAt: instant },
  }) as unknown as StoredEvent;

describe('the place of an event in the log', () => {
  it('is its ordinal, counted from 0 without a gap, and the checkpoint stands behind the last', () => {
    const log = ['10', '11', '12'].map((second, place) => recordedAt(`2026-03-02T09:00:${second}.000Z`, place));
    const { events, checkpoint } = numbered(BEFORE_FIRST, log, catalogue);
    expect(events.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2]);
    expect(checkpoint).toEqual({ ordinal: 2, position: 'p2', effectiveAt: '2026-03-02T09:00:12.000Z' });
    expect(numbered(checkpoint, [], catalogue)).toEqual({ events: [], checkpoint });
  });

  it('has an effective time that never runs backwards, though the clocks of writers do', () => {
    const seconds = ['10', '08', '12', '11', '12', '13'];
    const log = seconds.map((second, place) => recordedAt(`2026-03-02T09:00:${second}.000Z`, place));
    const { events } = numbered(BEFORE_FIRST, log, catalogue);
    expect(events.map(({ effectiveAt }) => effectiveAt.slice(17, 19))).toEqual(['10', '10', '12', '12', '12', '13']);
    expect(events.map(({ meta }) => meta.recordedAt.slice(17, 19))).toEqual(seconds);
  });

  it('is the same however the log is cut into batches', () => {
    const instants = fc.date({ min: new Date('2018-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.array(instants, { maxLength: 40 }), fc.array(fc.nat(6)), (dates, sizes) => {
        const log = dates.map((date, place) => recordedAt(date.toISOString(), place));
        const whole = numbered(BEFORE_FIRST, log, catalogue);
        let checkpoint = BEFORE_FIRST;
        const events: unknown[] = [];
        for (let from = 0, turn = 0; from < log.length; turn += 1) {
          const size = (sizes[turn % Math.max(1, sizes.length)] ?? 0) + 1;
          const batch = numbered(checkpoint, log.slice(from, from + size), catalogue);
          events.push(...batch.events);
          checkpoint = batch.checkpoint;
          from += size;
        }
        expect(events).toEqual(whole.events);
        expect(checkpoint).toEqual(whole.checkpoint);
      }),
    );
  });

  it('is not counted beyond an event that this process does not know', () => {
    const stranger = { ...recordedAt('2026-03-02T09:00:00.000Z', 0), type: 'TallyReopened' };
    expect(() => numbered(BEFORE_FIRST, [stranger], catalogue)).toThrow(UnknownEvent);
  });
});
