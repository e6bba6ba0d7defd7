import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

/** An event as a client proposes it. */
export interface ProposedRecord {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the log keeps it; commit and prepare position are one number, as on servers of today. */
export interface LogRecord extends ProposedRecord {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly created: Date;
  /** A link whose event is gone: it arrives with no event in it. */
  readonly isGoneLink?: true;
}

export type WireExpectation = number | 'any' | 'no_stream' | 'stream_exists';

export type WriteResult =
  { readonly last: LogRecord } | { readonly wrongExpectedVersion: number } | { readonly streamDeleted: true };

const NO_STREAM = -1;

/**
 * What a server keeps, in memory. Idempotence is as narrow as the real one: by id and place for a named revision,
 * whatever happened in between; for `any` and `stream_exists` from a memory that a restart may lose.
 */
export class StandInLog extends EventEmitter<{ appended: [] }> {
  records: LogRecord[] = [];
  readonly #streams = new Map<string, LogRecord[]>();
  /** Number of records that a deletion hides; Infinity once the stream is tombstoned. */
  readonly #hidden = new Map<string, number>();
  #remembered = new Map<string, LogRecord>();
  #nextPosition = 733n;

  constructor() {
    super();
    this.setMaxListeners(0);
  }

  stream(name: string): readonly LogRecord[] {
    return this.#streams.get(name) ?? [];
  }

  isTombstoned(name: string): boolean {
    return this.#hidden.get(name) === Infinity;
  }

  /** What a reader of the stream sees; `$all` shows deleted events all the same. */
  visible(name: string): readonly LogRecord[] {
    return this.stream(name).slice(this.#hidden.get(name) ?? 0);
  }

  delete(name: string): void {
    this.#hidden.set(name, this.stream(name).length);
  }

  tombstone(name: string): void {
    this.#hidden.set(name, Infinity);
  }

  addGoneLink(stream: string): void {
    this.#write(stream, {
      id: randomUUID(),
      type: '$>',
      contentType: 'application/octet-stream',
      data: Buffer.from('0@gone'),
      metadata: new Uint8Array(),
      isGoneLink: true,
    });
    this.emit('appended');
  }

  append(stream: string, expected: WireExpectation, proposed: readonly ProposedRecord[]): WriteResult {
    const standing = this.stream(stream);
    const current = standing.length - 1;
    if (this.isTombstoned(stream)) return { streamDeleted: true };
    const isDeleted = standing.length > 0 && this.visible(stream).length === 0;
    if (isDeleted && expected === 'no_stream') expected = current;
    const repeated =
      expected === 'any' || expected === 'stream_exists'
        ? this.#repeatedFromMemory(stream, expected, current, proposed)
        : repeatedInPlace(standing, expected === 'no_stream' ? NO_STREAM : expected, proposed);
    if (repeated === 'wrong') return { wrongExpectedVersion: current };
    if (repeated !== 'new') return { last: repeated };
    for (const record of proposed) this.#write(stream, record);
    this.emit('appended');
    return { last: this.stream(stream).at(-1)! };
  }

  /** What a restart loses. */
  forgetRecentIds(): void {
    this.#remembered = new Map();
  }

  /** The log as an older backup has it. */
  restoreBackup(length: number): void {
    this.records = this.records.slice(0, length);
    this.#streams.clear();
    for (const record of this.records) this.#byStream(record.stream).push(record);
    const last = this.records.at(-1);
    this.#nextPosition = last ? last.position + sizeOf(last) : 733n;
    this.forgetRecentIds();
  }

  #repeatedFromMemory(stream: string, expected: string, current: number, proposed: readonly ProposedRecord[]) {
    if (expected === 'stream_exists' && current < 0) return 'wrong';
    const remembered = proposed
      .map(({ id }) => this.#remembered.get(id))
      .map((one) => (one?.stream === stream ? one : undefined));
    if (remembered[0] === undefined) return 'new';
    return remembered.every((one) => one !== undefined) ? remembered.at(-1)! : 'wrong';
  }

  #write(stream: string, proposed: ProposedRecord & { isGoneLink?: true }): void {
    const inStream = this.#byStream(stream);
    const record = {
      ...proposed,
      stream,
      revision: inStream.length,
      position: this.#nextPosition,
      created: new Date(),
    };
    this.#nextPosition += sizeOf(record);
    inStream.push(record);
    this.records.push(record);
    this.#remembered.set(record.id, record);
  }

  #byStream(name: string): LogRecord[] {
    const existing = this.#streams.get(name) ?? [];
    this.#streams.set(name, existing);
    return existing;
  }
}

function repeatedInPlace(standing: readonly LogRecord[], expected: number, proposed: readonly ProposedRecord[]) {
  const current = standing.length - 1;
  if (expected === current) return 'new';
  if (expected > current) return 'wrong';
  const same = proposed.every(({ id }, index) => standing[expected + 1 + index]?.id === id);
  return same ? standing[expected + proposed.length]! : 'wrong';
}

function sizeOf({ stream, type, data, metadata }: { stream: string } & ProposedRecord): bigint {
  return BigInt(70 + stream.length + type.length + data.length + metadata.length);
}
