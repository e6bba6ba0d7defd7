import { fold, UnknownEvent } from '@minutier/ledger';
import { canonicalJson, eventHash } from '@minutier/proof';

import {
  definitions,
  golden,
  goldenCatalogue as catalogue,
  goldenFile,
  plain,
  type Story,
  stored,
  type Written,
} from './written.js';

/**
 * Goal: what was written once is read for ever. Method: one event of every type and version ever written, kept as a
 * file, still has its hash, still comes up to the shape of today, and still folds into the state kept beside it.
 */
const events = new Map(golden<Written>('events'));
const stories = golden<Story>('streams');
const { hashes } = goldenFile<{ hashes: Readonly<Record<string, string>> }>('event-hashes.json');

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
    for (const [index, event] of stored(story, events).entries()) {
      expect([story.events[index], eventHash(event)]).toEqual([story.events[index], hashes[story.events[index]!]]);
    }
  });

  it.each(stories)(
    'of %s come up to the shape of today, and those already there stay as they are',
    (_category, story) => {
      for (const event of stored(story, events)) {
        const today = catalogue.upcast(event);
        expect(today.version).toBe(catalogue.types.get(event.type)!.version);
        if (event.version === today.version) expect(canonicalJson(today.data)).toBe(canonicalJson(event.data));
      }
    },
  );

  it.each(stories)('of %s fold into the state that they folded into', (category, story) => {
    const definition = definitions.find((one) => one.category === category)!;
    const upcast = stored(story, events).map((event) => catalogue.upcast(event));
    const absent = { state: definition.initial, revision: -1, receipts: new Map() };
    expect(plain(fold(definition, absent, upcast).state)).toEqual(story.state);
  });

  it('of a type or version to come stop whoever reads them', () => {
    const [first] = stored(stories[0]![1], events);
    expect(() => catalogue.upcast({ ...first!, version: 99 })).toThrow(UnknownEvent);
    expect(() => catalogue.upcast({ ...first!, type: 'CandidacyRenamed' })).toThrow(UnknownEvent);
  });
});
