import { createHmac, createSecretKey, randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { decrypt, encrypt, fromBase64, subKey, textOf, WRAPPED_BYTES } from './cipher.js';

const key = createSecretKey(randomBytes(32));

describe('A text under a key', () => {
  it('reads back whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.array(fc.uuid()), (bytes, associated) => {
        expect(decrypt(key, encrypt(key, Buffer.from(bytes), associated), associated)).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('differs each time, nonce included', () => {
    const texts = Array.from({ length: 100 }, () => encrypt(key, Buffer.from('Lefèvre'), []));
    expect(new Set(texts.map((text) => text.toString('hex'))).size).toBe(100);
    expect(new Set(texts.map((text) => text.subarray(0, 12).toString('hex'))).size).toBe(100);
  });

  it('is refused when any one bit was changed', () => {
    const sealed = encrypt(key, Buffer.from('Lefèvre'), ['a']);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => decrypt(key, changed, ['a'])).toThrow(expect.objectContaining({ code: 'LEDGER_CORRUPTED' }));
    }
  });

  it.each([
    ['another place', ['b']],
    ['the same words cut otherwise', ['a', '']],
    ['no place', []],
  ])('is refused under %s', (_, associated) => {
    const sealed = encrypt(key, Buffer.from('Lefèvre'), ['a']);
    expect(() => decrypt(key, sealed, associated)).toThrow(expect.objectContaining({ code: 'LEDGER_CORRUPTED' }));
  });

  it('is refused when cut short', () => {
    const sealed = encrypt(key, Buffer.from('Lefèvre'), []);
    for (const length of [0, 11, 27, sealed.length - 1]) {
      expect(() => decrypt(key, sealed.subarray(0, length), [])).toThrow(
        expect.objectContaining({ code: 'LEDGER_CORRUPTED' }),
      );
    }
  });

  it('has one spelling in base64', () => {
    expect(fromBase64('AAAA')).toHaveLength(3);
    for (const other of ['AAA', 'AAA=\n', 'AAB=', 'AA-A', ' AAAA']) expect(() => fromBase64(other)).toThrow();
  });
});

describe('A key', () => {
  it('is split by purpose into keys that share no bytes with it nor with each other', () => {
    const bytes = [key, subKey(key, 'seal'), subKey(key, 'digest')].map((part) => part.export().toString('hex'));
    expect(new Set(bytes).size).toBe(3);
    expect(subKey(key, 'seal').equals(subKey(key, 'seal'))).toBe(true);
  });

  it('is derived as RFC 5869 says, with an empty salt', () => {
    const extracted = createHmac('sha256', Buffer.alloc(32)).update(key.export()).digest();
    const expanded = createHmac('sha256', extracted).update('minutier vault 1: seal\u0001').digest();
    expect(subKey(key, 'seal').export()).toEqual(expanded);
  });

  it('takes as many bytes, once wrapped, as the vault overwrites', () => {
    expect(encrypt(key, randomBytes(32), ['a'])).toHaveLength(WRAPPED_BYTES);
  });
});

describe('The text of a value', () => {
  it('reads back as the same JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.stringify(JSON.parse(textOf(value)))).toHaveLength(JSON.stringify(value).length);
        expect(JSON.parse(textOf(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not depend on the order of keys, nor on the class of an object', () => {
    class Address {
      town = 'Nantes';
      street = 'rue Crébillon';
    }
    expect(textOf(new Address())).toBe(textOf({ street: 'rue Crébillon', town: 'Nantes' }));
  });

  it.each([[14.5], [{ 1: 'one' }], ['\ud800'], [JSON.parse('{"__proto__":{"a":1}}')]])(
    'falls back to plain JSON for %j, which has no canonical form',
    (value) => {
      expect(textOf(value)).toBe(JSON.stringify(value));
    },
  );

  it('refuses what JSON cannot say', () => {
    expect(() => textOf(undefined)).toThrow(TypeError);
    expect(() => textOf(() => 1)).toThrow(TypeError);
  });
});
