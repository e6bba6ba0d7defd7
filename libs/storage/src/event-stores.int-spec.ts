import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type EventStoreDbServer, eventStoreDbServer, freshPrefix } from '@minutier/testing';

import { eventStoreContract } from './contract/event-store.contract.js';
import type { OpenedLedger } from './contract/opened-ledger.js';
import { EventStoreDbEventStore } from './eventstoredb/eventstoredb-event-store.js';
import { SqliteEventStore } from './sqlite/sqlite-event-store.js';

const only = process.env.STORE;

async function openSqlite(): Promise<OpenedLedger> {
  const folder = await mkdtemp(join(tmpdir(), 'minutier-contract-'));
  const file = join(folder, 'ledger.sqlite');
  let store = await SqliteEventStore.open(file);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await SqliteEventStore.open(file);
      return store;
    },
    close: async () => {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

if (only === undefined || only === 'sqlite') eventStoreContract('sqlite', openSqlite);

if (only === undefined || only === 'eventstoredb') {
  let server: EventStoreDbServer;
  beforeAll(async () => {
    server = await eventStoreDbServer();
  });
  afterAll(() => server.stop());

  eventStoreContract('eventstoredb', async () => {
    const options = { connectionString: server.connectionString, prefix: freshPrefix() };
    let store = await EventStoreDbEventStore.open(options);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await EventStoreDbEventStore.open(options);
        return store;
      },
      close: () => store.close(),
    };
  });
}
