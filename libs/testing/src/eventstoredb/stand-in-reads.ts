import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerWritableStream, status } from '@grpc/grpc-js';

import type { LogRecord, StandInLog } from './stand-in-log.js';
import {
  callFailure,
  caughtUpMessage,
  checkpointMessage,
  confirmationMessage,
  eventMessage,
  notFoundMessage,
} from './wire-messages.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
type ReadOptions = InstanceType<typeof ReadReq.Options>;

const { BACKWARDS } = streams.ReadReq.Options.ReadDirection;
/** How many records a server looks at for one page of a filtered subscription. */
const SEARCH_WINDOW = 32;

/** Told of each event before it is sent; false stops the call there, as a fault wants it. */
export type BeforeSending = (sentBefore: number) => boolean;

/** Answers one Read call as a server does. */
export async function answerRead(call: ReadCall, log: StandInLog, beforeSending: BeforeSending): Promise<void> {
  const options = call.request.getOptions()!;
  if (options.hasSubscription()) return await answerSubscription(call, log, options, beforeSending);
  const records = options.hasStream() ? streamRecords(call, log, options) : allRecords(log, options);
  if (records === undefined) return;
  if (typeof records === 'string') {
    call.emit('error', callFailure(status.UNKNOWN, `Unexpected ${records}: Error`));
    return;
  }
  const count = Number(options.getCount());
  for (const [index, record] of records.entries()) {
    if (index >= count) break;
    if (call.cancelled || !beforeSending(index)) return;
    await send(call, eventMessage(record));
  }
  call.end();
}

async function send(call: ReadCall, message: ReadResp): Promise<void> {
  if (call.cancelled || call.write(message)) return;
  const settled = new AbortController();
  const { signal } = settled;
  const ends = [once(call, 'drain', { signal }), once(call, 'cancelled', { signal }), once(call, 'close', { signal })];
  await Promise.race(ends).catch(() => undefined);
  for (const end of ends) end.catch(() => undefined);
  settled.abort();
}

function streamRecords(
  call: ReadCall,
  log: StandInLog,
  options: ReadOptions,
): readonly LogRecord[] | string | undefined {
  const of = options.getStream()!;
  const name = Buffer.from(of.getStreamIdentifier()!.getStreamName_asU8()).toString();
  if (log.isTombstoned(name)) {
    const about = { exception: 'stream-deleted', 'stream-name': name };
    call.emit('error', callFailure(status.FAILED_PRECONDITION, `Event stream '${name}' is deleted.`, about));
    return undefined;
  }
  const records = log.visible(name);
  if (options.getCount() === '0') return 'ReadStreamResult';
  if (records.length === 0) {
    call.write(notFoundMessage(name));
    call.end();
    return undefined;
  }
  const backwards = options.getReadDirection() === BACKWARDS;
  const first = of.hasRevision() ? Number(of.getRevision()) : of.hasEnd() ? Infinity : 0;
  return backwards
    ? records.filter(({ revision }) => revision <= first).reverse()
    : records.filter(({ revision }) => revision >= first);
}

/** Records of `$all` from a position on, that of a record included; a position between two records is an error. */
function allRecords(log: StandInLog, options: ReadOptions): readonly LogRecord[] | string {
  const of = options.getAll()!;
  const backwards = options.getReadDirection() === BACKWARDS;
  if (!of.hasPosition()) return backwards === of.hasEnd() ? (backwards ? log.records.toReversed() : log.records) : [];
  const index = indexOf(log, BigInt(of.getPosition()!.getCommitPosition()));
  if (index === 'between') return 'ReadAllResult';
  return backwards ? log.records.slice(0, index).reverse() : log.records.slice(index);
}

/** Place of the record at a position; the log's length for one past its end. */
function indexOf(log: StandInLog, position: bigint): number | 'between' {
  const { records } = log;
  let [low, high] = [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (records[middle]!.position < position) low = middle + 1;
    else high = middle;
  }
  return low === records.length || records[low]!.position === position ? low : 'between';
}

async function answerSubscription(call: ReadCall, log: StandInLog, options: ReadOptions, beforeSending: BeforeSending) {
  const of = options.getAll();
  if (!of) {
    call.emit('error', callFailure(status.UNIMPLEMENTED, 'The stand-in follows $all only'));
    return;
  }
  const found = of.hasPosition() ? indexOf(log, BigInt(of.getPosition()!.getCommitPosition())) : -1;
  if (found === 'between') {
    call.emit('error', callFailure(status.UNKNOWN, 'Exception was thrown by handler.'));
    return;
  }
  const matches = filterOf(options);
  const window = SEARCH_WINDOW * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  await send(call, confirmationMessage(randomUUID()));
  let cursor = of.hasEnd() ? log.records.length : Math.min(found + 1, log.records.length);
  let [caughtUp, considered, sent] = [false, 0, 0];
  while (!call.cancelled && !call.writableEnded) {
    const appended = nextAppend(call, log);
    while (cursor < log.records.length) {
      const record = log.records[cursor]!;
      cursor += 1;
      if (matches(record)) {
        if (call.cancelled || call.writableEnded || !beforeSending(sent)) return;
        await send(call, eventMessage(record));
        sent += 1;
      }
      considered += 1;
      if (considered % window === 0) await send(call, checkpointMessage(record.position));
    }
    if (!caughtUp) await send(call, caughtUpMessage());
    caughtUp = true;
    await appended;
    cursor = Math.min(cursor, log.records.length);
  }
}

/** Resolves at the next append, or when the call ends. */
function nextAppend(call: ReadCall, log: StandInLog): Promise<void> {
  return new Promise((resolve) => {
    const wake = (): void => {
      log.off('appended', wake);
      call.off('cancelled', wake);
      call.off('finish', wake);
      resolve();
    };
    log.on('appended', wake);
    call.on('cancelled', wake);
    call.on('finish', wake);
  });
}

function filterOf(options: ReadOptions): (record: LogRecord) => boolean {
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  if (!filter || !expression) return () => true;
  const subject = (record: LogRecord): string => (filter.hasStreamIdentifier() ? record.stream : record.type);
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (record) => prefixes.some((prefix) => subject(record).startsWith(prefix));
  const pattern = new RegExp(expression.getRegex());
  return (record) => pattern.test(subject(record));
}
