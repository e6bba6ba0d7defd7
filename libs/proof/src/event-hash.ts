import { createHash } from 'node:crypto';

import { canonicalJson } from './canonical-json.js';

/** What an event's hash covers: everything but its place in a store, so that it is the same on every engine. */
export interface HashedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly meta: unknown;
  readonly data: unknown;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * The hash of one event, 64 hexadecimal digits: SHA-256 over the canonical form of
 * `{ id, stream, revision, type, version, meta, dataSha256 }`. Data enter by their own digest, so that a
 * proof can be shown without showing them.
 */
export function eventHash({ id, stream, revision, type, version, meta, data }: HashedEvent): string {
  const dataSha256 = sha256Hex(canonicalJson(data));
  return sha256Hex(canonicalJson({ id, stream, revision, type, version, meta, dataSha256 }));
}
