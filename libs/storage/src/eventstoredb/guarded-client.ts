import type { Duplex } from 'node:stream';

import { EventStoreDBClient } from '@eventstore/db-client';

import { careful } from './connection-string.js';
import { within } from './faults.js';

type StreamCreator = (
  grpcClient: unknown,
  name: string,
  create: (grpcClient: unknown) => Duplex | Promise<Duplex>,
  cache?: unknown,
) => () => Promise<Duplex>;

/** What we touch inside client 6.2.1 (the version is pinned); each use below says which fault of it we stop. */
interface ClientInternals {
  GRPCStreamCreator: StreamCreator;
  handleError: (grpcClient: unknown, error: Error) => Promise<void>;
  getChannel: () => Promise<{ close: () => void }>;
}

const DISPOSE_TIMEOUT_MS = 1_000;
const GRPC_UNAVAILABLE = 14;
let generation = 0;

/** A client that cannot end the process by itself, and that can be ended for good. */
export interface GuardedClient {
  readonly client: EventStoreDBClient;
  /** Whether its shared append stream is open and whole. */
  isAppending(): boolean;
  /** Cancels the client's calls and closes its connection, which the client's own `dispose` leaves open. */
  end(): Promise<void>;
}

/**
 * Opens a client. `appendStreamFailed` is told when this client's own shared append stream breaks: the client rejects
 * every pending append of the process then, those of other clients included, and only the owner has lost anything.
 */
export function openClient(connectionString: string, appendStreamFailed: () => void = () => undefined): GuardedClient {
  generation += 1;
  const client = EventStoreDBClient.connectionString(careful(connectionString, generation));
  const internals = client as unknown as ClientInternals;
  let channel: Promise<{ close: () => void }> | undefined;
  let isAppending = false;
  const failed = (): void => {
    isAppending = false;
    appendStreamFailed();
  };

  const createStream = internals.GRPCStreamCreator;
  internals.GRPCStreamCreator = (grpcClient, name, create, cache) =>
    name === 'appendToStream'
      ? createStream(
          grpcClient,
          name,
          async (one) => {
            const stream = guardAppendStream(await create(one), failed);
            isAppending = true;
            return stream;
          },
          cache,
        )
      : createStream(grpcClient, name, create, cache);

  // The client awaits this nowhere: a discovery that fails meanwhile would be an unhandled rejection.
  const handleError = internals.handleError;
  internals.handleError = (grpcClient, error) => handleError(grpcClient, error).catch(() => undefined);

  const getChannel = internals.getChannel;
  internals.getChannel = () => {
    channel = getChannel();
    return channel;
  };

  const end = async (): Promise<void> => {
    await within(DISPOSE_TIMEOUT_MS, client.dispose()).catch(() => undefined);
    await channel?.then((open) => open.close()).catch(() => undefined);
  };
  return { client, isAppending: () => isAppending, end };
}

/**
 * Two faults of the shared append stream are unhandled rejections, which end a Node process: an answer to an append
 * that another stream's failure has already rejected, and a write that still queued behind backpressure when the
 * connection broke. So late answers are dropped, and Node's own buffer queues instead of the client.
 */
function guardAppendStream(stream: Duplex, failed: () => void): Duplex {
  for (const deliver of stream.listeners('data') as ((answer: unknown) => void)[]) {
    stream.off('data', deliver);
    stream.on('data', (answer) => {
      try {
        deliver(answer);
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    });
  }
  const write = stream.write.bind(stream) as (message: unknown) => boolean;
  stream.write = ((message: unknown) => {
    write(message);
    return true;
  }) as Duplex['write'];
  stream.on('error', (error) => {
    if (!isRedirection(error)) failed();
  });
  // A server that stops may end the stream without an error, and what is pending would wait for ever.
  stream.on('end', () =>
    stream.emit('error', Object.assign(new Error('append stream ended'), { code: GRPC_UNAVAILABLE })),
  );
  return stream;
}

/** The server names the leader, and this client will turn to it: a fresh one might not find it. */
function isRedirection(error: Error): boolean {
  const { metadata } = error as { metadata?: { getMap: () => Record<string, unknown> } };
  return metadata?.getMap().exception === 'not-leader';
}
