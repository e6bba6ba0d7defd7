import { createHash } from 'node:crypto';

import { LRUCache } from 'lru-cache';
import { parse } from 'uuid';

/** Root of every id that is derived from a natural key. */
const MINUTIER = '2c0e9b5e-5a0b-5d0e-9f0a-28684a360001';

/** The one id of a thing that has a natural key: the same words give the same uuid (v5, RFC 9562), for ever. */
export function derivedId(kind: string, ...naturalKey: readonly (string | number)[]): string {
  return uuidOf(MINUTIER, [kind, ...naturalKey]);
}

/** Id of the `index`-th event of a command in a stream of a ledger (DESIGN §2.5). */
export function eventId(ledger: string, stream: string, commandId: string, index: number): string {
  return uuidOf(ledger, [stream, commandId, index]);
}

/** Id of the `index`-th command that a reaction gives to a stream because of an event (DESIGN §2.6). */
export function reactionCommandId(reaction: string, causeId: string, stream: string, index: number): string {
  return derivedId('reaction', reaction, causeId, stream, index);
}

/** Id of a seal: unique to the stream, the command and the field's place. */
export function sealId(stream: string, commandId: string, path: string): string {
  return derivedId('seal', stream, commandId, path);
}

const namespaces = new LRUCache<string, Uint8Array>({ max: 100 });

function namespaceOf(id: string): Uint8Array {
  let bytes = namespaces.get(id);
  if (!bytes) namespaces.set(id, (bytes = parse(id)));
  return bytes;
}

/** The uuid v5 of these words: by the platform's SHA-1, since every command asks for several. */
function uuidOf(namespace: string, words: readonly (string | number)[]): string {
  const hash = createHash('sha1').update(namespaceOf(namespace)).update(JSON.stringify(words)).digest('hex');
  // RFC 9562 §5.5: four bits say the version, the two high ones of the next half the variant.
  const variant = ((parseInt(hash.charAt(16), 16) & 3) | 8).toString(16);
  const [low, mid, high] = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(13, 16)];
  return `${low}-${mid}-5${high}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
