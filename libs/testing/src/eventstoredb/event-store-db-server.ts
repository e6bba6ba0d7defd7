import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';

import { EventStoreDbStandIn } from './stand-in-server.js';

/** What tests of the EventStoreDB driver speak to. */
export interface EventStoreDbServer {
  readonly connectionString: string;
  /** Only the stand-in fails on demand; undefined when the server is a real one. */
  readonly standIn: EventStoreDbStandIn | undefined;
  stop(): Promise<void>;
}

const IMAGE = 'eventstore/eventstore:23.10.8-jammy';
const PORT = 2113;
let announced = false;

/** A server for tests: the one at `EVENTSTOREDB_URL`, else one in a container, else the stand-in. Says once which. */
export async function eventStoreDbServer(): Promise<EventStoreDbServer> {
  const configured = process.env.EVENTSTOREDB_URL;
  if (configured) {
    announce(`server at EVENTSTOREDB_URL`);
    return { connectionString: configured, standIn: undefined, stop: async () => undefined };
  }
  if (spawnSync('docker', ['info'], { stdio: 'ignore', timeout: 10_000 }).status === 0) return await container();
  announce('stand-in (no EVENTSTOREDB_URL, no Docker)');
  const standIn = await EventStoreDbStandIn.start();
  return { connectionString: standIn.connectionString, standIn, stop: async () => standIn.close() };
}

/** A name that no other run on the same server uses, and that no other is the beginning of. */
export function freshPrefix(): string {
  return `t${randomBytes(8).toString('hex')}`;
}

async function container(): Promise<EventStoreDbServer> {
  announce(`container ${IMAGE}`);
  const { GenericContainer, Wait } = await import('testcontainers');
  const started = await new GenericContainer(IMAGE)
    .withCommand(['--insecure', '--mem-db', '--run-projections=None'])
    .withExposedPorts(PORT)
    .withWaitStrategy(Wait.forHttp('/health/live', PORT).forStatusCode(204))
    .start();
  return {
    connectionString: `esdb://${started.getHost()}:${started.getMappedPort(PORT)}?tls=false`,
    standIn: undefined,
    stop: async () => void (await started.stop()),
  };
}

function announce(server: string): void {
  if (!announced) process.stderr.write(`EventStoreDB side: ${server}\n`);
  announced = true;
}
