import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import {
  type EventMeta,
  type EventStore,
  type LogBatch,
  type NewEvent,
  type StoredEvent,
  streamName,
  type StreamName,
} from '@minutier/ledger';
import { type CanonicalValue, canonicalJson } from '@minutier/proof';

export function aStream(category = 'candidacy'): StreamName {
  return streamName(category, randomUUID());
}

export function aMeta(): EventMeta {
  const commandId = randomUUID();
  return {
    commandId,
    commandDigest: 'a'.repeat(64),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: randomUUID(), role: 'registrar', authentication: 'none' },
    recordedAt: '2026-03-04T05:06:07.089Z',
    ledger: '6f0b0a52-2f6e-4f0e-9a55-0f1a5c2c9a11',
  };
}

export function anEvent(data: object = { result: { scale: 'out-of-20', value: '14.50' } }): NewEvent {
  return { id: randomUUID(), type: 'CaseStudyAssessed', version: 1, data, meta: aMeta() };
}

export function someEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, (_, index) => anEvent({ index }));
}

/** An event whose canonical size is exactly so many bytes. */
export function anEventOfBytes(bytes: number): NewEvent {
  const empty = anEvent({ text: '' });
  const { data, meta, type, id } = empty;
  const rest = bytes - Buffer.byteLength(canonicalJson(data) + canonicalJson(meta) + type + id);
  return { ...empty, data: { text: 'x'.repeat(rest) } };
}

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

const INTEGER_LIKE = /^(0|[1-9]\d*)$/;

/** Any object that has a canonical form, keys and texts from the whole of Unicode. */
export function canonicalObjects(): fc.Arbitrary<Record<string, CanonicalValue>> {
  const text = fc.string({ unit: 'binary', maxLength: 24 });
  const key = text.filter((one) => !INTEGER_LIKE.test(one) && one !== '__proto__');
  const integer = fc.maxSafeInteger().filter((one) => !Object.is(one, -0));
  const { object } = fc.letrec<{ value: CanonicalValue; object: Record<string, CanonicalValue> }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      integer,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(key, tie('value'), { maxKeys: 5, noNullPrototype: true }),
  }));
  return object;
}

/** Follows the log until `enough` says so, then ends the subscription. */
export async function follow(
  store: EventStore,
  after: string | null,
  enough: (seen: readonly StoredEvent[], batch: LogBatch) => boolean,
): Promise<StoredEvent[]> {
  const seen: StoredEvent[] = [];
  const ending = new AbortController();
  for await (const batch of store.subscribe(after, ending.signal)) {
    seen.push(...batch.events);
    if (enough(seen, batch)) ending.abort();
  }
  return seen;
}
