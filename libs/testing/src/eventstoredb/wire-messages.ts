import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';

import type { LogRecord, WireExpectation } from './stand-in-log.js';

type Status = InstanceType<typeof statusPb.Status>;

interface Serializable {
  serializeBinary(): Uint8Array;
}

const TICKS_PER_MS = 10_000n;

export function eventMessage(record: LogRecord): ReadResp {
  const position = String(record.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(record.id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(record.stream)))
    .setStreamRevision(String(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata);
  recorded.getMetadataMap().set('type', record.type);
  recorded.getMetadataMap().set('content-type', record.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(record.created.getTime()) * TICKS_PER_MS));
  const resolved = new streams.ReadResp.ReadEvent().setCommitPosition(position);
  return new streams.ReadResp().setEvent(record.isGoneLink ? resolved.setLink(recorded) : resolved.setEvent(recorded));
}

export function checkpointMessage(position: bigint): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

export const confirmationMessage = (id: string): ReadResp =>
  new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));

export const caughtUpMessage = (): ReadResp => new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

export const notFoundMessage = (stream: string): ReadResp =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(
      new shared.StreamIdentifier().setStreamName(Buffer.from(stream)),
    ),
  );

function statusWith(message: string, typeName: string, details: Serializable): Status {
  const packed = new anyPb.Any();
  packed.pack(details.serializeBinary(), typeName);
  return new statusPb.Status().setMessage(message).setDetails(packed);
}

export function wrongExpectedVersion(current: number, expected: WireExpectation): Status {
  const details = new shared.WrongExpectedVersion();
  if (current < 0) details.setCurrentNoStream(new emptyPb.Empty());
  else details.setCurrentStreamRevision(String(current));
  if (expected === 'any') details.setExpectedAny(new emptyPb.Empty());
  else if (expected === 'no_stream') details.setExpectedNoStream(new emptyPb.Empty());
  else if (expected === 'stream_exists') details.setExpectedStreamExists(new emptyPb.Empty());
  else details.setExpectedStreamPosition(String(expected));
  return statusWith('', 'event_store.client.WrongExpectedVersion', details);
}

export const streamDeleted = (stream: string): Status =>
  statusWith(
    'Stream Deleted',
    'event_store.client.StreamDeleted',
    new shared.StreamDeleted().setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream))),
  );

export const timedOut = (): Status => statusWith('Timeout', 'event_store.client.Timeout', new shared.Timeout());

export const notReady = (): Status => statusWith('Server Is Not Ready', 'google.protobuf.Empty', new emptyPb.Empty());

export const tooLarge = (maxBytes: number): Status =>
  statusWith(
    'Maximum Append Size Exceeded',
    'event_store.client.MaximumAppendSizeExceeded',
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(maxBytes),
  );

/** A failure of a whole call, as gRPC carries it. */
export function callFailure(code: status, details: string, about: Record<string, string> = {}): Partial<ServiceError> {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(about)) metadata.set(key, value);
  return { code, details, metadata };
}

export const notLeader = (leader: { host: string; port: number }): Partial<ServiceError> =>
  callFailure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
