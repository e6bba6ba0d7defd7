import type { ResolvedEvent } from '@eventstore/db-client';

import { canonicalAppend } from '@minutier/ledger';
import { canonicalJson } from '@minutier/proof';

import { anEvent } from '../contract/event-samples.js';
import { comparePositions, parsePosition, positionText, storedEvent, wireEvent } from './recorded-events.js';

const position = { commit: 20n, prepare: 19n };

const textOf = (metadata: unknown): unknown => JSON.parse(Buffer.from(metadata as Uint8Array).toString());

function recorded(change: object = {}): ResolvedEvent {
  const [canonical] = canonicalAppend([{ ...anEvent(), version: 3 }]);
  const { id, type, data, metadata: sent } = wireEvent(canonical!);
  const metadata = textOf(sent);
  const event = { id, type, data, metadata, isJson: true, position, revision: 4n, streamId: 'p.jury-1', ...change };
  return { event } as unknown as ResolvedEvent;
}

describe('an event on the wire', () => {
  it('has its version beside its metadata, and gives both back', () => {
    const event = { ...anEvent(), version: 3 };
    const wire = wireEvent(canonicalAppend([event])[0]!);
    const metadata = textOf(wire.metadata);
    expect(metadata).toEqual({ ...event.meta, eventVersion: 3 });
    expect(JSON.stringify(wire.data)).toBe(canonicalJson(event.data));
    const stored = storedEvent(recorded({ ...wire, metadata }), 'p.');
    expect(stored).toEqual({ ...event, stream: 'jury-1', revision: 4, position: '20/19' });
  });

  it('may not carry the version under its own name in its metadata', () => {
    const meta = { ...anEvent().meta, eventVersion: 9 };
    const canonical = canonicalAppend([{ ...anEvent(), meta }])[0]!;
    expect(() => wireEvent(canonical)).toThrow(TypeError);
  });

  it.each([
    ['no metadata', { metadata: undefined }],
    ['metadata of others', { metadata: { correlationId: 'x' } }],
    ['bytes', { isJson: false, data: new Uint8Array(3) }],
    ['text that is no JSON', { data: 'broken' }],
    ['no place in the log', { position: undefined }],
  ])('was not written by us when it has %s', (_, change) => {
    expect(() => storedEvent(recorded(change), 'p.')).toThrow(expect.objectContaining({ code: 'LEDGER_CORRUPTED' }));
  });
});

describe('a position', () => {
  it('is commit and prepare, and reads back', () => {
    expect(positionText(position)).toBe('20/19');
    expect(parsePosition('20/19')).toEqual(position);
    expect(parsePosition(null)).toBe('start');
    expect(() => parsePosition('20')).toThrow(TypeError);
  });

  it('is ordered by commit, then by prepare, as numbers', () => {
    expect(comparePositions('9/9', '10/10')).toBe(-1);
    expect(comparePositions('10/11', '10/10')).toBe(1);
    expect(comparePositions('10/10', '10/10')).toBe(0);
  });
});
