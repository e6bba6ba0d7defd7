declare const streamNameBrand: unique symbol;

/** `<category>-<id>`; the category holds no dash. The same in the envelope, the hash and the associated data of seals. */
export type StreamName = string & { readonly [streamNameBrand]: true };

/** Who acts. `id` is a uuid known to the vault; `authentication` says how he was recognised. */
export interface Actor {
  readonly id: string;
  readonly role: string;
  readonly authentication: 'none' | 'system';
}

/** What every event says about itself (DESIGN §2.1). Instants are RFC 3339, UTC, with milliseconds. */
export interface EventMeta {
  readonly commandId: string;
  /** Digest of the canonical command, personal fields replaced by their HMAC. */
  readonly commandDigest: string;
  readonly correlationId: string;
  /** The event that caused the command, or the command itself where a person gave it. */
  readonly causationId: string;
  readonly actor: Actor;
  readonly recordedAt: string;
  /** When the fact took place, where that differs from when it was recorded. */
  readonly occurredAt?: string;
  readonly ledger: string;
  /** Present, and true, on a demonstration ledger only. */
  readonly simulated?: true;
}

/** A fact as the domain sees it. */
export interface DomainEvent {
  readonly type: string;
  readonly data: object;
}

/** An event on its way to a store. */
export interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: object;
  readonly meta: EventMeta;
}

/** An event as a store gives it back. `position` is the store's own mark of its place in the log, opaque to all others. */
export interface StoredEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: string;
}

/** An event with its place among all our events. */
export interface LoggedEvent extends StoredEvent {
  /** 0, 1, 2… in log order, without a gap, the same whenever anyone counts. */
  readonly ordinal: number;
  /** The running maximum of `recordedAt` in log order; never runs backwards. */
  readonly effectiveAt: string;
}

/** Builds a stream's name; the category is letters only, since EventStoreDB splits at the first dash. */
export function streamName(category: string, id: string): StreamName {
  if (!/^[a-z]+$/.test(category) || !/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(id)) {
    throw new TypeError(`not a stream: ${category}-${id}`);
  }
  return `${category}-${id}` as StreamName;
}

/** The two halves of a stream's name. */
export function splitStreamName(stream: string): { category: string; id: string } {
  const dash = stream.indexOf('-');
  return { category: stream.slice(0, dash), id: stream.slice(dash + 1) };
}
