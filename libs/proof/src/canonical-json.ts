/** A value that has one canonical form: no fraction, no undefined, no bigint. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/** The value has no canonical form; the caller built it wrongly, nothing was written. */
export class NotCanonical extends Error {
  readonly code = 'NOT_CANONICAL';
}

/** Own keys that a JavaScript object would reorder (`"12"`), and with them the bytes of a parsed and re-stringified event. */
const INTEGER_LIKE = /^(0|[1-9]\d*)$/;

/** Text that stands in JSON as it is: most of what events hold. */
const PLAIN = /^[\u0020\u0021\u0023-\u005B\u005D-\u007E]*$/;

const KNOWN_KEYS_MAX = 10_000;
/** Keys found good once, with their text: every event has the same few. */
const knownKeys = new Map<string, string>();

/**
 * The canonical text of a value (RFC 8785), restricted to what survives every store: numbers are safe
 * integers, keys are never integer-like nor `__proto__`, strings hold no lone surrogate.
 * Throws {@link NotCanonical} with the JSON pointer of the offending place.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return integer(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value === null) return 'null';
  if (Array.isArray(value)) return list(value);
  if (typeof value === 'object') return members(value as Record<string, unknown>);
  throw new NotCanonical(`: a ${typeof value} has no canonical form`);
}

function list(items: readonly unknown[]): string {
  let written = '[';
  for (let index = 0; index < items.length; index += 1) {
    written += (index === 0 ? '' : ',') + at(String(index), items[index]);
  }
  return `${written}]`;
}

function members(value: Record<string, unknown>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotCanonical(': an instance of a class has no canonical form');
  }
  const keys = Object.keys(value);
  // The default order compares UTF-16 code units, which is what RFC 8785 §3.2.3 asks for.
  if (!isSorted(keys)) keys.sort();
  let written = '{';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index]!;
    written += `${(index === 0 ? '' : ',') + keyText(key)}:${at(key, value[key])}`;
  }
  return `${written}}`;
}

/** A member's text; a fault below it is told with the way down to it. */
function at(key: string, value: unknown): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (error instanceof NotCanonical) error.message = `/${key}${error.message}`;
    throw error;
  }
}

function isSorted(keys: readonly string[]): boolean {
  for (let index = 1; index < keys.length; index += 1) if (keys[index - 1]! > keys[index]!) return false;
  return true;
}

function keyText(key: string): string {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  if (INTEGER_LIKE.test(key) || key === '__proto__') throw new NotCanonical(`: the key "${key}" is forbidden`);
  const written = text(key);
  if (knownKeys.size < KNOWN_KEYS_MAX) knownKeys.set(key, written);
  return written;
}

function text(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new NotCanonical(': a lone surrogate has no canonical form');
  return JSON.stringify(value);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    throw new NotCanonical(`: ${value} is not a safe integer; decimals are written as strings`);
  }
  return String(value);
}
