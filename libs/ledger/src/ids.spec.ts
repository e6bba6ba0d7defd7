import fc from 'fast-check';
import { v5 } from 'uuid';

import { derivedId, eventId, reactionCommandId, sealId } from './ids.js';

const MINUTIER = '2c0e9b5e-5a0b-5d0e-9f0a-28684a360001';

describe('a derived id', () => {
  it('is the uuid v5 of its words, as another implementation gives it', () => {
    const word = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.integer());
    fc.assert(
      fc.property(fc.uuid(), fc.string(), fc.array(word), fc.nat(), (ledger, text, words, index) => {
        expect(derivedId(text, ...words)).toBe(v5(JSON.stringify([text, ...words]), MINUTIER));
        expect(eventId(ledger, text, text, index)).toBe(v5(JSON.stringify([text, text, index]), ledger));
      }),
    );
  });

  it('is the same for ever', () => {
    expect(derivedId('evaluation', 'é', 1)).toBe('bd3bd0de-e947-59b4-8458-921ee8c2d3fc');
    expect(reactionCommandId('r', 'c', 's', 0)).toBe(derivedId('reaction', 'r', 'c', 's', 0));
    expect(sealId('s', 'c', 'p')).toBe(derivedId('seal', 's', 'c', 'p'));
  });

  it('needs a namespace that is a uuid', () => {
    expect(() => eventId('somewhere', 's', 'c', 0)).toThrow(TypeError);
  });
});
