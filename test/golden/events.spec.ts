import { candidacyStream } from '@minutier/candidacy';
import { cohortStream } from '@minutier/cohort';
import { groupWorkStream } from '@minutier/evaluation';
import { frameworkStream, rulesStream } from '@minutier/framework';
import {
  type DomainEvent,
  eventCatalogue,
  fold,
  ledgerStream,
  type StoredEvent,
  type StreamDefinition,
  UnknownEvent,
} from '@minutier/ledger';
import { personStream } from '@minutier/person';
import { canonicalJson, eventHash } from '@minutier/proof';

import { golden, goldenFile } from './written.js';

/**
 * Goal: what was written once is read for ever. Method: one event of every type and version ever written, kept as a
 * file, still has its hash, still comes up to the shape of today, and still folds into the state kept beside it.
 */
const definitions = [
  candidacyStream,
  cohortStream,
  frameworkStream,
  groupWorkStream,
  ledgerStream,
  personStream,
  rulesStream,
] as unknown as readonly StreamDefinition<unknown, DomainEvent>[];
const catalogue = eventCatalogue(definitions);

type Written = Pick<StoredEvent, 'type' | 'version' | 'data'>;
interface Story {
  readonly stream: string;
  readonly events: readonly string[];
  readonly state: object;
}

const events = new Map(golden<Written>('events'));
const stories = golden<Story>('streams');
const { id, meta, hashes } = goldenFile<{
  id: string;
  meta: StoredEvent['meta'];
  hashes: Readonly<Record<string, string>>;
}>('event-hashes.json');

/** The events of a story as a store gives them back. */
function stored({ stream, events: names }: Story): StoredEvent[] {
  return names.map(
    (name, revision) =>
      ({ id, stream, revision, ...events.get(name)!, meta, position: String(revision) }) as StoredEvent,
  );
}

/** A state as JSON says it: evaluations as a list of pairs. */
function plain(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (_key, value: unknown) =>
      value instanceof Map ? [...(value as Map<string, unknown>)] : value,
    ),
  );
}

describe('events written in the past', () => {
  it('are kept for every type and version, each in the story of its stream and with its hash', () => {
    const told = stories.flatMap(([, story]) => story.events).sort();
    expect(told).toEqual([...events.keys()].sort());
    expect(Object.keys(hashes).sort()).toEqual(told);
    const known = [...catalogue.types].flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, older) => `${type}.v${older + 1}`),
    );
    expect(told).toEqual(known.sort());
  });

  it.each(stories)('of %s have the hash that they had', (_category, story) => {
    for (const [index, event] of stored(story).entries()) {
      expect([story.events[index], eventHash(event)]).toEqual([story.events[index], hashes[story.events[index]!]]);
    }
  });

  it.each(stories)(
    'of %s come up to the shape of today, and those already there stay as they are',
    (_category, story) => {
      for (const event of stored(story)) {
        const today = catalogue.upcast(event);
        expect(today.version).toBe(catalogue.types.get(event.type)!.version);
        if (event.version === today.version) expect(canonicalJson(today.data)).toBe(canonicalJson(event.data));
      }
    },
  );

  it.each(stories)('of %s fold into the state that they folded into', (category, story) => {
    const definition = definitions.find((one) => one.category === category)!;
    const upcast = stored(story).map((event) => catalogue.upcast(event));
    const absent = { state: definition.initial, revision: -1, receipts: new Map() };
    expect(plain(fold(definition, absent, upcast).state)).toEqual(story.state);
  });

  it('of a type or version to come stop whoever reads them', () => {
    const [first] = stored(stories[0]![1]);
    expect(() => catalogue.upcast({ ...first!, version: 99 })).toThrow(UnknownEvent);
    expect(() => catalogue.upcast({ ...first!, type: 'CandidacyRenamed' })).toThrow(UnknownEvent);
  });
});
