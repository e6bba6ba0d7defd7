import { v5 } from 'uuid';

/** Root of every id that is derived from a natural key. */
const MINUTIER = '2c0e9b5e-5a0b-5d0e-9f0a-28684a360001';

/** The one id of a thing that has a natural key: the same words give the same uuid (v5, RFC 9562), for ever. */
export function derivedId(kind: string, ...naturalKey: readonly (string | number)[]): string {
  return v5(JSON.stringify([kind, ...naturalKey]), MINUTIER);
}

/** Id of the `index`-th event of a command in a stream of a ledger (DESIGN §2.5). */
export function eventId(ledger: string, stream: string, commandId: string, index: number): string {
  return v5(JSON.stringify([stream, commandId, index]), ledger);
}

/** Id of the `index`-th command that a reaction gives to a stream because of an event (DESIGN §2.6). */
export function reactionCommandId(reaction: string, causeId: string, stream: string, index: number): string {
  return derivedId('reaction', reaction, causeId, stream, index);
}

/** Id of a seal: unique to the stream, the command and the field's place. */
export function sealId(stream: string, commandId: string, path: string): string {
  return derivedId('seal', stream, commandId, path);
}
