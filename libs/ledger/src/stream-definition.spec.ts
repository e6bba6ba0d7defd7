import type { StoredEvent } from './envelope.js';
import { UnknownEvent } from './errors.js';
import { fold } from './ledger.js';
import { eventCatalogue, type StreamDefinition } from './stream-definition.js';

/** A mark as it was written in three times: bare points, points of a maximum, then an exact text under a scale. */
type MarkGiven = { type: 'MarkGiven'; data: { result: { scale: string; value: string } } };

const marks: StreamDefinition<string[], MarkGiven> = {
  category: 'mark',
  initial: [],
  types: {
    MarkGiven: {
      version: 3,
      upcasters: [
        (data) => ({ ...data, maximum: 20 }),
        (data) => {
          const { points, maximum } = data as { points: number; maximum: number };
          return { result: { scale: `out-of-${maximum}`, value: `${points}.00` } };
        },
      ],
    },
  },
  evolve: (state, { data: { result } }) => [...state, `${result.value} ${result.scale}`],
};

const stored = (version: number, data: object, revision = 0) =>
  ({
    type: 'MarkGiven',
    version,
    data,
    revision,
    stream: 'mark-1',
    id: `e${revision}`,
    meta: { commandId: `c${revision}` },
  }) as StoredEvent;

const history = [
  stored(1, { points: 12 }, 0),
  stored(2, { points: 35, maximum: 40 }, 1),
  stored(3, { result: { scale: 'A/PA/NA', value: 'A' } }, 2),
];

describe('an event of an older version', () => {
  const catalogue = eventCatalogue([marks]);

  it('is read in the shape of today, step by step', () => {
    expect(history.map((event) => catalogue.upcast(event)).map(({ version, data }) => ({ version, data }))).toEqual([
      { version: 3, data: { result: { scale: 'out-of-20', value: '12.00' } } },
      { version: 3, data: { result: { scale: 'out-of-40', value: '35.00' } } },
      { version: 3, data: { result: { scale: 'A/PA/NA', value: 'A' } } },
    ]);
  });

  it('keeps what is not its data, and the stored event itself stays as it was written', () => {
    const [first] = history;
    const upcast = catalogue.upcast(first!);
    expect({ ...upcast, data: null, version: 0 }).toEqual({ ...first, data: null, version: 0 });
    expect(first).toEqual(stored(1, { points: 12 }, 0));
  });

  it('folds beside its successors, in any batches', () => {
    const empty = { state: marks.initial, revision: -1, receipts: new Map() };
    const upcast = history.map((event) => catalogue.upcast(event));
    const whole = fold(marks, empty, upcast);
    expect(whole.state).toEqual(['12.00 out-of-20', '35.00 out-of-40', 'A A/PA/NA']);
    for (const cut of [1, 2]) {
      expect(fold(marks, fold(marks, empty, upcast.slice(0, cut)), upcast.slice(cut))).toEqual(whole);
    }
  });

  it.each([4, 0, -1])('of version %i is unknown', (version) => {
    expect(() => catalogue.upcast(stored(version, {}))).toThrow(UnknownEvent);
  });

  it('of another type is unknown, and the fault says which and what to do', () => {
    const event = { ...stored(2, {}), type: 'ScoreRecorded' };
    expect(() => catalogue.upcast(event)).toThrow(
      'event ScoreRecorded v2 is unknown to this version of Minutier: upgrade it',
    );
  });
});

describe('the catalogue of events', () => {
  it('has each type once, in the category of its stream', () => {
    expect(eventCatalogue([marks]).types.get('MarkGiven')).toMatchObject({ version: 3, category: 'mark' });
    expect(() => eventCatalogue([marks, { category: 'other', types: { MarkGiven: { version: 1 } } }])).toThrow('twice');
  });

  it('needs one upcaster per older version', () => {
    const upcasters = [(data: object) => data];
    expect(() => eventCatalogue([{ category: 'x', types: { Y: { version: 3, upcasters } } }])).toThrow('2 upcasters');
    expect(() => eventCatalogue([{ category: 'x', types: { Y: { version: 1, upcasters } } }])).toThrow('0 upcasters');
  });
});
