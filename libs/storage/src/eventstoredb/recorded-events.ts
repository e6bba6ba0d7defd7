import { END, type JSONEventData, type Position, type ResolvedEvent, START } from '@eventstore/db-client';

import {
  type CanonicalEvent,
  type EventMeta,
  LedgerCorrupted,
  type StoredEvent,
  type StreamName,
} from '@minutier/ledger';

type JsonObject = Record<string, never>;
const utf8 = new TextEncoder();

/** The event's version stands among its metadata on the server, where operators see it, and leaves them on reading. */
interface WireMeta extends EventMeta {
  readonly eventVersion: number;
}

/**
 * The event as the client sends it. Its text is canonical, and stays so when the client stringifies the data again;
 * metadata it takes as bytes, which spares them that.
 */
export function wireEvent({ id, type, version, data, meta }: CanonicalEvent): JSONEventData {
  if (meta.includes('"eventVersion":'))
    throw new TypeError('"eventVersion" is the event store\'s own key in the metadata');
  const metadata = utf8.encode(`{"eventVersion":${version}${meta === '{}' ? '' : ','}${meta.slice(1)}`);
  return { contentType: 'application/json', id, type, data: JSON.parse(data) as JsonObject, metadata };
}

/** The event as the port gives it. Throws LedgerCorrupted for one in our streams that this driver did not write. */
export function storedEvent({ event }: ResolvedEvent, prefix: string): StoredEvent {
  const { eventVersion, ...meta } = (event?.metadata ?? {}) as unknown as WireMeta;
  if (!event?.isJson || !event.position || typeof event.data !== 'object' || !Number.isInteger(eventVersion)) {
    throw new LedgerCorrupted(`not written by Minutier: event ${event?.revision} of ${event?.streamId}`);
  }
  return {
    id: event.id,
    stream: event.streamId.slice(prefix.length) as StreamName,
    revision: Number(event.revision),
    type: event.type,
    version: eventVersion,
    data: event.data,
    meta,
    position: positionText(event.position),
  };
}

/** `commit/prepare`: both, since neither alone is enough to take up a read again. */
export function positionText({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

/** The position that {@link positionText} wrote; null is the log's start. */
export function parsePosition(text: string): Position;
export function parsePosition(text: string | null): Position | typeof START;
export function parsePosition(text: string | null): Position | typeof START {
  if (text === null) return START;
  const [, commit, prepare] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  if (commit === undefined || prepare === undefined) throw new TypeError(`not a position of this log: ${text}`);
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}

/** Negative when `one` stands before `other` in the log. */
export function comparePositions(one: string, other: string): number {
  const [a, b] = [parsePosition(one), parsePosition(other)];
  const difference = a.commit - b.commit || a.prepare - b.prepare;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Where a read of one stream begins. */
export function firstRevision(direction: 'forwards' | 'backwards', from: number): bigint | typeof END {
  return direction === 'backwards' ? END : BigInt(from);
}
