import { EventEmitter, once } from 'node:events';

import type { DeleteReq } from '@eventstore/db-client/generated/streams_pb.js';
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type sendUnaryData, Server, ServerCredentials, type ServerUnaryCall, status } from '@grpc/grpc-js';

import { ConnectionGate } from './connection-gate.js';
import { type AppendCall, type ArrivedAppend, receiveAppends } from './stand-in-appends.js';
import { StandInLog } from './stand-in-log.js';
import { answerRead, type ReadCall } from './stand-in-reads.js';
import { callFailure, notLeader, notReady, timedOut, wrongExpectedVersion } from './wire-messages.js';

type DeleteCall = ServerUnaryCall<DeleteReq, unknown>;

/** What becomes of one append. `written` says whether the log took it before things went wrong. */
export type AppendFault =
  | { readonly how: 'silence' | 'drop' | 'timeout'; readonly written: boolean }
  | { readonly how: 'not-ready' | 'wrong-revision-after-writing' }
  | { readonly how: 'not-leader'; readonly leader: { host: string; port: number } }
  | { readonly how: 'call-failure'; readonly code: status; readonly details: string; readonly written: boolean };

/** What becomes of one read or subscription once it has sent so many events. */
export interface ReadFault {
  readonly afterEvents: number;
  readonly how: 'silence' | 'drop' | 'end' | { readonly code: status; readonly details: string };
}

export interface ClusterMember {
  readonly port: number;
  readonly isLeader: boolean;
}

/**
 * A wire-level stand-in for one node of EventStoreDB: real gRPC on loopback, the client's own service definitions,
 * answers as real servers were seen to give them, and faults on demand. Not there: disk, users, TLS, persistent
 * subscriptions, scavenging, subscriptions to one stream.
 */
export class EventStoreDbStandIn {
  readonly #calls = new Set<ReadCall | AppendCall>();
  readonly #reads = new Set<ReadCall | AppendCall>();
  readonly #happenings = new EventEmitter<{ 'call ended': []; 'append arrived': [] }>();
  #appendFaults: AppendFault[] = [];
  #readFaults: ReadFault[] = [];
  #featureFaults = 0;
  #stopping = false;
  /** Appends that arrived, repeats included. */
  appendsReceived = 0;
  /** Events that reads and subscriptions have sent. */
  eventsSent = 0;
  /** Told by gossip; a node alone is its own leader. */
  members: readonly ClusterMember[];

  private constructor(
    readonly log: StandInLog,
    private readonly server: Server,
    private readonly gate: ConnectionGate,
  ) {
    this.members = [{ port: gate.port, isLeader: true }];
  }

  /** Starts a node at a free port; nodes that share a log stand for a cluster whose replication is done. */
  static async start(log = new StandInLog()): Promise<EventStoreDbStandIn> {
    const server = new Server({ 'grpc.max_receive_message_length': 16 * 1024 * 1024 });
    const port = await new Promise<number>((resolve, reject) => {
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      );
    });
    const gate = new ConnectionGate(port);
    await gate.open();
    const standIn = new EventStoreDbStandIn(log, server, gate);
    standIn.#addServices();
    return standIn;
  }

  get port(): number {
    return this.gate.port;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Connections that clients hold open now. */
  get openConnections(): number {
    return this.gate.size;
  }

  /** Resolves once no client holds a read or a subscription open. */
  async whenNoReads(): Promise<void> {
    while (this.#reads.size > 0) await once(this.#happenings, 'call ended');
  }

  async whenNoConnections(): Promise<void> {
    await this.gate.whenEmpty();
  }

  /** Resolves at the next connection that a client opens. */
  async whenConnected(): Promise<void> {
    await this.gate.whenConnected();
  }

  async whenAppendArrives(): Promise<void> {
    await once(this.#happenings, 'append arrived');
  }

  failAppends(times: number, fault: AppendFault): void {
    for (let time = 0; time < times; time += 1) this.#appendFaults.push(fault);
  }

  failReads(times: number, fault: ReadFault): void {
    for (let time = 0; time < times; time += 1) this.#readFaults.push(fault);
  }

  /** The client asks what the server can do before its first append, and keeps the answer, a failure too. */
  failFeatures(times: number): void {
    this.#featureFaults += times;
  }

  dropConnections(): void {
    this.gate.cut();
  }

  /** As a stopped process: connections stand and nothing answers. */
  freeze(): void {
    this.gate.freeze();
  }

  /** As a network that has lost the connections that stand, and tells neither side. */
  strandConnections(): void {
    this.gate.strand();
  }

  thaw(): void {
    this.gate.thaw();
  }

  /** As a killed process: every connection breaks, new ones are refused. */
  kill(): void {
    this.gate.close();
    this.gate.cut();
  }

  /** As a process that is asked to end: calls end without an error, new ones are turned away. */
  stopGracefully(): void {
    this.#stopping = true;
    this.gate.close();
    for (const call of this.#calls) call.end();
  }

  /** After `kill` or `stopGracefully`. Everything written is there again; the memory of recent ids may not be. */
  async startAgain({ memory }: { memory: 'kept' | 'lost' }): Promise<void> {
    if (memory === 'lost') this.log.forgetRecentIds();
    this.#stopping = false;
    await this.gate.open();
  }

  close(): void {
    this.kill();
    this.server.forceShutdown();
  }

  #addServices(): void {
    this.server.addService(StreamsService, {
      read: (call: ReadCall) => this.#read(call),
      batchAppend: (call: AppendCall) => this.#batchAppend(call),
      delete: (call: DeleteCall, answer: sendUnaryData<unknown>) => {
        this.log.delete(deletedStream(call));
        answer(null, new streams.DeleteResp());
      },
      tombstone: (call: DeleteCall, answer: sendUnaryData<unknown>) => {
        this.log.tombstone(deletedStream(call));
        answer(null, new streams.TombstoneResp());
      },
    });
    this.server.addService(ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<unknown>) => {
        if (this.#featureFaults > 0) {
          this.#featureFaults -= 1;
          answer(callFailure(status.INTERNAL, 'not yet'));
        } else {
          answer(null, supportedMethods());
        }
      },
    });
    this.server.addService(GossipService, {
      read: (_: unknown, answer: sendUnaryData<unknown>) => answer(null, clusterInfo(this.members)),
    });
  }

  #enter(call: ReadCall | AppendCall): boolean {
    if (this.#stopping) {
      call.emit('error', callFailure(status.UNAVAILABLE, 'Server Is Not Ready'));
      return false;
    }
    this.#calls.add(call);
    for (const end of ['cancelled', 'close', 'finish']) {
      call.on(end, () => {
        this.#calls.delete(call);
        this.#reads.delete(call);
        this.#happenings.emit('call ended');
      });
    }
    return true;
  }

  #read(call: ReadCall): void {
    if (!this.#enter(call)) return;
    this.#reads.add(call);
    call.on('error', () => undefined);
    const fault = this.#readFaults.shift();
    void answerRead(call, this.log, (sentBefore) => {
      if (!fault || sentBefore < fault.afterEvents) {
        this.eventsSent += 1;
        return true;
      }
      if (fault.how === 'drop') this.dropConnections();
      else if (fault.how === 'end') call.end();
      else if (fault.how !== 'silence') call.emit('error', callFailure(fault.how.code, fault.how.details));
      return false;
    });
  }

  #batchAppend(call: AppendCall): void {
    if (!this.#enter(call)) return;
    receiveAppends(call, this.log, (append) => {
      this.appendsReceived += 1;
      this.#happenings.emit('append arrived');
      const fault = this.#appendFaults.shift();
      if (fault) this.#failAppend(append, fault);
      else append.answer(append.commit());
    });
  }

  #failAppend(append: ArrivedAppend, fault: AppendFault): void {
    if ('written' in fault && fault.written) append.commit();
    switch (fault.how) {
      case 'silence':
        return;
      case 'drop':
        return this.dropConnections();
      case 'timeout':
        return append.refuse(timedOut());
      case 'not-ready':
        return append.refuse(notReady());
      case 'wrong-revision-after-writing':
        return append.refuse(wrongExpectedVersion(Number(append.commit().getSuccess()!.getCurrentRevision()), 'any'));
      case 'not-leader':
        return append.fail(notLeader(fault.leader));
      case 'call-failure':
        return append.fail(callFailure(fault.code, fault.details));
    }
  }
}

function deletedStream(call: DeleteCall): string {
  return Buffer.from(call.request.getOptions()!.getStreamIdentifier()!.getStreamName_asU8()).toString();
}

function supportedMethods() {
  const methods = ['read', 'append', 'batchappend'].map((name) =>
    new features.SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
  );
  return new features.SupportedMethods().setEventStoreServerVersion('23.10.8').setMethodsList(methods);
}

function clusterInfo(members: readonly ClusterMember[]) {
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  const list = members.map(({ port, isLeader }) =>
    new gossip.MemberInfo()
      .setInstanceId(new shared.UUID().setString('00000000-0000-4000-8000-000000000000'))
      .setIsAlive(true)
      .setState(isLeader ? LEADER : FOLLOWER)
      .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port)),
  );
  return new gossip.ClusterInfo().setMembersList(list);
}
