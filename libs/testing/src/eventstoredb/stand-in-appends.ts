import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';

import type { ProposedRecord, StandInLog, WireExpectation } from './stand-in-log.js';
import { streamDeleted, timedOut, tooLarge, wrongExpectedVersion } from './wire-messages.js';

export type AppendCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;
type AppendOptions = InstanceType<typeof BatchAppendReq.Options>;

const APPEND_MAX_BYTES = 1024 * 1024;

interface PendingAppend {
  readonly correlationId: string;
  readonly options: AppendOptions;
  readonly records: ProposedRecord[];
}

/** One append that has wholly arrived. */
export class ArrivedAppend {
  constructor(
    private readonly call: AppendCall,
    private readonly log: StandInLog,
    private readonly pending: PendingAppend,
  ) {}

  /** Decides and writes; the answer is made, and sent only by `answer`. */
  commit(): BatchAppendResp {
    const { options, records } = this.pending;
    const stream = Buffer.from(options.getStreamIdentifier()!.getStreamName_asU8()).toString();
    const expected = expectationOf(options);
    const response = this.#response();
    const deadline = options.getDeadline()?.toDate();
    if (deadline && deadline.getTime() <= Date.now()) return response.setError(timedOut());
    if (records.reduce((bytes, { data }) => bytes + data.length, 0) > APPEND_MAX_BYTES) {
      return response.setError(tooLarge(APPEND_MAX_BYTES));
    }
    const written = this.log.append(stream, expected, records);
    if ('streamDeleted' in written) return response.setError(streamDeleted(stream));
    if ('wrongExpectedVersion' in written) {
      return response.setError(wrongExpectedVersion(written.wrongExpectedVersion, expected));
    }
    const position = new shared.AllStreamPosition()
      .setCommitPosition(String(written.last.position))
      .setPreparePosition(String(written.last.position));
    return response.setSuccess(
      new streams.BatchAppendResp.Success().setCurrentRevision(String(written.last.revision)).setPosition(position),
    );
  }

  answer(response: BatchAppendResp): void {
    if (!this.call.cancelled && !this.call.writableEnded) this.call.write(response);
  }

  refuse(status: Parameters<BatchAppendResp['setError']>[0]): void {
    this.answer(this.#response().setError(status));
  }

  fail(error: object): void {
    this.call.emit('error', error);
  }

  #response(): BatchAppendResp {
    const { correlationId, options } = this.pending;
    return new streams.BatchAppendResp()
      .setCorrelationId(new shared.UUID().setString(correlationId))
      .setStreamIdentifier(options.getStreamIdentifier());
  }
}

/** Collects the messages of each append, which a client may interleave, and hands over those that are whole. */
export function receiveAppends(call: AppendCall, log: StandInLog, arrived: (append: ArrivedAppend) => void): void {
  const pending = new Map<string, PendingAppend>();
  call.on('data', (request: BatchAppendReq) => {
    const correlationId = request.getCorrelationId()!.getString();
    const options = request.getOptions();
    if (options) pending.set(correlationId, { correlationId, options, records: [] });
    const append = pending.get(correlationId);
    if (!append) return;
    append.records.push(...request.getProposedMessagesList().map(proposedRecord));
    if (!request.getIsFinal()) return;
    pending.delete(correlationId);
    arrived(new ArrivedAppend(call, log, append));
  });
  call.on('end', () => call.end());
  call.on('error', () => undefined);
}

function proposedRecord(message: InstanceType<typeof BatchAppendReq.ProposedMessage>): ProposedRecord {
  return {
    id: message.getId()!.getString(),
    type: message.getMetadataMap().get('type')!,
    contentType: message.getMetadataMap().get('content-type')!,
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function expectationOf(options: AppendOptions): WireExpectation {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  if (options.hasAny()) return 'any';
  return Number(options.getStreamPosition());
}
