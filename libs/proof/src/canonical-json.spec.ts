import fc from 'fast-check';

import { canonicalJson, NotCanonical } from './canonical-json.js';

/** Values that have a canonical form. */
const canonical = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger().map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => !/^(0|[1-9]\d*|__proto__)$/.test(key)),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

/** The same value with the keys of every object in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, reversed(member)] as const);
  return Object.fromEntries(members.reverse());
}

describe('the canonical form (RFC 8785)', () => {
  it('escapes the string of the RFC’s §3.2.2 as it does', () => {
    const value = { string: '€$\u000F\nA\'B"\\\\"/', literals: [null, true, false] };
    expect(canonicalJson(value)).toBe(String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`);
  });

  it('orders the keys of the RFC’s §3.2.3 by UTF-16 code units', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\uFB33': 'Hebrew Letter Dalet With Dagesh',
      '\uD83D\uDE00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('has no space, and is the same whatever the order in which keys were written', () => {
    expect(canonicalJson({ b: [1, { d: 'x', c: null }], a: '14.50' })).toBe('{"a":"14.50","b":[1,{"c":null,"d":"x"}]}');
    fc.assert(fc.property(canonical, (value) => canonicalJson(reversed(value)) === canonicalJson(value)));
  });

  it('is read back as the same value, and then written as the same bytes', () => {
    fc.assert(
      fc.property(canonical, (value) => {
        const back: unknown = JSON.parse(canonicalJson(value));
        expect(back).toEqual(value);
        expect(canonicalJson(back)).toBe(canonicalJson(value));
        expect(JSON.stringify(back)).toBe(canonicalJson(value));
      }),
    );
  });

  it('knows every whole number up to 2^53, and no other', () => {
    expect(canonicalJson([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 0])).toBe(
      '[9007199254740991,-9007199254740991,0]',
    );
    for (const number of [14.5, 2 ** 53, -0, NaN, Infinity, 1e21]) {
      expect(() => canonicalJson(number)).toThrow('decimals are written as strings');
    }
  });

  it.each([
    ['nothing', { a: [1, undefined] }, '/a/1: a undefined'],
    ['a big integer', { a: 1n }, '/a: a bigint'],
    ['a function', { a: () => 1 }, '/a: a function'],
    ['a symbol', Symbol('a'), ': a symbol'],
    ['a date, or any instance of a class', { a: { b: new Date(0) } }, '/a/b: an instance'],
    ['a map', new Map(), ': an instance'],
    ['a fraction', { a: { value: 14.5 } }, '/a/value: 14.5'],
    ['a key that engines reorder', { a: { '12': 1 } }, '/a: the key "12"'],
    ['a key that would be a prototype', JSON.parse('{"__proto__":1}') as unknown, ': the key "__proto__"'],
    ['half a character', { a: '\uD83D' }, '/a: a lone surrogate'],
    ['half a character in a key', { ['\uDE00']: 1 }, ': a lone surrogate'],
  ])('is refused to %s, with its place', (_what, value, said) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
    expect(() => canonicalJson(value)).toThrow(said);
  });

  it('is given to keys that only look like numbers', () => {
    expect(canonicalJson({ '01': 1, '-1': 2, '1.5': 3 })).toBe('{"-1":2,"01":1,"1.5":3}');
  });

  it('is given to objects without a prototype, and to those of another realm', () => {
    expect(canonicalJson(Object.assign(Object.create(null) as object, { a: 1 }))).toBe('{"a":1}');
  });
});
