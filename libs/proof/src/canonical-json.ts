/** A value that has one canonical form: no fraction, no undefined, no bigint. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** The value has no canonical form; the caller built it wrongly, nothing was written. */
export class NotCanonical extends Error {
  readonly code = 'NOT_CANONICAL';
}

/** Own keys that a JavaScript object would reorder (`"12"`), and with them the bytes of a parsed and re-stringified event. */
const INTEGER_LIKE = /^(0|[1-9]\d*)$/;

/**
 * The canonical text of a value (RFC 8785), restricted to what survives every store: numbers are safe
 * integers, keys are never integer-like nor `__proto__`, strings hold no lone surrogate.
 * Throws {@link NotCanonical} with the JSON pointer of the offending place.
 */
export function canonicalJson(value: unknown, pointer = ''): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value, pointer);
  if (typeof value === 'number') return canonicalNumber(value, pointer);
  if (Array.isArray(value)) {
    return `[${value.map((item, index) => canonicalJson(item, `${pointer}/${index}`)).join(',')}]`;
  }
  if (typeof value === 'object') return canonicalObject(value, pointer);
  throw new NotCanonical(`${typeof value} at "${pointer}" has no canonical form`);
}

function canonicalObject(value: object, pointer: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotCanonical(`an instance of a class stands at "${pointer}"`);
  }
  // The default order compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      if (INTEGER_LIKE.test(key) || key === '__proto__') throw new NotCanonical(`key "${key}" at "${pointer}"`);
      const member = (value as Record<string, unknown>)[key];
      return `${canonicalString(key, pointer)}:${canonicalJson(member, `${pointer}/${key}`)}`;
    });
  return `{${members.join(',')}}`;
}

function canonicalString(value: string, pointer: string): string {
  if (!value.isWellFormed()) throw new NotCanonical(`lone surrogate at "${pointer}"`);
  return JSON.stringify(value);
}

function canonicalNumber(value: number, pointer: string): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new NotCanonical(`${value} at "${pointer}" is not a safe integer; decimals are written as strings`);
  }
  return String(value);
}
