import type { FastifyAdapter } from '@nestjs/platform-fastify';

import { type InputCode, InputInvalid } from './input-codes.js';
import { pointerTo } from './json-pointer.js';

/** Deeper than any command: what is deeper would end in a stack overflow, somewhere between the parser and the store. */
const DEPTH_MAX = 64;

/** What a route says of itself where its body is a file, taken as it is. */
export const TAKES_FILE = { takesFile: true } as const;

/**
 * Commands come as JSON; a form or a plain text, which a page of any site can send here, is refused unread. Raw bytes
 * are handed on, unread, to the routes that take a file, and to no other.
 */
export function acceptJsonOnly(adapter: FastifyAdapter): void {
  const instance = adapter.getInstance();
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) =>
    readJsonBody(bytes),
  );
  instance.addContentTypeParser('application/octet-stream', (request, payload, done) => {
    const { takesFile = false } = request.routeOptions.config as Partial<typeof TAKES_FILE>;
    if (takesFile || request.is404) done(null, payload);
    else done(new InputInvalid([{ code: 'MEDIA_TYPE_UNSUPPORTED', pointer: '' }], 415));
  });
}

/**
 * Reads the body of a request. Throws InputInvalid, with the place of the fault where it is in one: bytes that are not
 * UTF-8 JSON, keys that could reach a prototype, and characters or depths that no store gives back unchanged.
 */
function readJsonBody(bytes: Buffer): unknown {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the body, which may name a person.
    throw new InputInvalid([{ code: 'JSON_MALFORMED', pointer: '' }]);
  }
  refuseUnsafe(body, '', 0);
  return body;
}

function refuseUnsafe(value: unknown, pointer: string, depth: number): void {
  if (typeof value === 'string') {
    if (isBroken(value)) throw faultAt('CHARACTER_FORBIDDEN', pointer);
    return;
  }
  // Decimals are written as strings: what is not exact as a number is no fact.
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw faultAt('NUMBER_INEXACT', pointer);
  if (value === null || typeof value !== 'object') return;
  if (depth === DEPTH_MAX) throw faultAt('NESTING_TOO_DEEP', pointer);
  for (const [key, member] of Object.entries(value)) {
    const at = pointerTo(pointer, key);
    if (isBroken(key)) throw faultAt('CHARACTER_FORBIDDEN', pointer);
    if (key === '__proto__') throw faultAt('KEY_FORBIDDEN', at);
    if (key === 'constructor' && isObjectWith(member, 'prototype')) throw faultAt('KEY_FORBIDDEN', `${at}/prototype`);
    if (!Array.isArray(value) && isNameOfNothing(key)) throw faultAt('FIELD_UNKNOWN', at);
    refuseUnsafe(member, at, depth + 1);
  }
}

/**
 * What every object has already would be passed over in silence where a command is made of the body, and a key that
 * looks like an integer has no canonical place among the others: no field is ever called so.
 */
export function isNameOfNothing(key: string): boolean {
  return key in Object.prototype || /^-?\d+$/.test(key);
}

/** Null characters and lone surrogates survive no store unchanged. */
function isBroken(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}

function isObjectWith(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}

function faultAt(code: InputCode, pointer: string): InputInvalid {
  return new InputInvalid([{ code, pointer }]);
}
