import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';

import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';

import type { StreamName } from '@minutier/ledger';
import { EventStoreDbEventStore } from '@minutier/storage';

import { madeEvent, madeStream } from './events-made.js';
import { type Measurement, pairs, racing, rate } from './measure.js';

const ROUNDS = 7;
const ROUND_MS = 1_000;
const WRITERS = 64;

interface Writer {
  readonly stream: StreamName;
  revision: number;
}

/** Appends an event to the writer's stream, at the revision that it knows. */
type Append = (writer: Writer) => Promise<void>;

interface Server {
  readonly name: string;
  readonly connectionString: string;
  end(): void;
}

/** Appends through the driver, beside the client that it is made of, given the same events and revisions. */
export async function eventStoreDbBench(): Promise<Measurement[]> {
  const server = await eventStoreDb();
  const prefix = `bench${randomBytes(8).toString('hex')}`;
  const store = await EventStoreDbEventStore.open({ connectionString: server.connectionString, prefix });
  const client = EventStoreDBClient.connectionString(server.connectionString);
  const [ours, bare] = [throughDriver(store), throughClient(client, prefix)];
  const [ourWriters, bareWriters] = [writers(), writers()];
  // The first append of each opens its connection.
  await Promise.all([...ourWriters.map(ours), ...bareWriters.map(bare)]);
  try {
    const one = await pairs(
      ROUNDS,
      () => alone(ourWriters, ours),
      () => alone(bareWriters, bare),
    );
    const many = await pairs(
      ROUNDS,
      () => racing(ROUND_MS, ourWriters, ours),
      () => racing(ROUND_MS, bareWriters, bare),
    );
    return [
      { name: `appends to ${server.name}, 1 writer`, unit: 'events/s', ...one, bar: '>= 0.9', holds: one.ratio >= 0.9 },
      {
        name: `appends to ${server.name}, ${WRITERS} writers`,
        unit: 'events/s',
        ...many,
        bar: '>= 0.9',
        holds: many.ratio >= 0.9,
      },
    ];
  } finally {
    await store.close();
    await client.dispose();
    server.end();
  }
}

/** The server at EVENTSTOREDB_URL, else the stand-in. */
async function eventStoreDb(): Promise<Server> {
  const configured = process.env['EVENTSTOREDB_URL'];
  if (configured) return { name: 'EventStoreDB', connectionString: configured, end: () => undefined };
  const standIn = fork(new URL('./stand-in.js', import.meta.url), { execArgv: [] });
  const [{ connectionString }] = (await once(standIn, 'message')) as [{ connectionString: string }];
  return { name: 'the stand-in for EventStoreDB', connectionString, end: () => standIn.kill() };
}

function writers(): Writer[] {
  return Array.from({ length: WRITERS }, () => ({ stream: madeStream(), revision: -1 }));
}

/** One append after the other, to all streams in turn. */
function alone(all: readonly Writer[], append: Append): Promise<number> {
  let turn = 0;
  return rate(ROUND_MS, () => append(all[(turn += 1) % all.length]!).then(() => 1));
}

function throughDriver(store: EventStoreDbEventStore): Append {
  return async (writer) => {
    const expected = writer.revision === -1 ? 'absent' : writer.revision;
    writer.revision = await store.append(writer.stream, expected, [madeEvent(writer.revision + 1)]);
  };
}

function throughClient(client: EventStoreDBClient, prefix: string): Append {
  return async (writer) => {
    const { id, type, version, data, meta } = madeEvent(writer.revision + 1);
    const event = jsonEvent({ id, type, data: data as never, metadata: { eventVersion: version, ...meta } as never });
    const expectedRevision = writer.revision === -1 ? NO_STREAM : BigInt(writer.revision);
    const stream = `${prefix}.${writer.stream}`;
    const { nextExpectedRevision } = await client.appendToStream(stream, event, { expectedRevision });
    writer.revision = Number(nextExpectedRevision);
  };
}
