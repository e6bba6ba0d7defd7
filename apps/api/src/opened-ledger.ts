import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import {
  type Clock,
  type EventStore,
  eventCatalogue,
  type Founding,
  foundOrRead,
  Ledger,
  LedgerCorrupted,
  ledgerStream,
  LogMoments,
  ProjectionRunner,
  SimulatedClock,
  systemClock,
  Views,
} from '@minutier/ledger';
import { takeWriterLock, EventStoreDbEventStore, SqliteEventStore, SqliteReadStore } from '@minutier/storage';
import { SealedFiles, Vault } from '@minutier/vault';

import type { Configuration } from './configuration.js';
import { DOMAIN } from './domain.js';

/** Files of a data folder. */
export function filesOf({ dataFolder }: Configuration) {
  return {
    ledger: join(dataFolder, 'ledger.sqlite'),
    vault: join(dataFolder, 'vault.sqlite'),
    views: join(dataFolder, 'views.sqlite'),
    evidence: join(dataFolder, 'evidence'),
    endpoint: join(dataFolder, 'server.json'),
  };
}

/** Everything that a process needs of one ledger, open. */
export interface OpenedLedger {
  readonly store: EventStore;
  readonly founding: Founding;
  readonly clock: Clock;
  readonly vault: Vault;
  /** The files under pieces of evidence. */
  readonly evidence: SealedFiles;
  readonly readStore: SqliteReadStore;
  readonly catalogue: ReturnType<typeof eventCatalogue>;
  readonly ledger: Ledger;
  readonly runner: ProjectionRunner;
  readonly views: Views;
  close(): Promise<void>;
}

/** The event store that the configuration names. */
export async function openStore(configuration: Configuration): Promise<EventStore> {
  await mkdir(configuration.dataFolder, { recursive: true });
  const { store } = configuration;
  if (store.kind === 'sqlite') return SqliteEventStore.open(filesOf(configuration).ledger);
  return EventStoreDbEventStore.open({ connectionString: store.connectionString, prefix: store.prefix });
}

/** A ledger to be founded as a demonstration; its simulated clock starts at that instant. */
export interface Demonstration {
  readonly foundedAt: string;
}

/** Opens a ledger, founding it where there is none; `demonstration` counts at the founding only. */
export async function openLedger(
  configuration: Configuration,
  demonstration: boolean | Demonstration = false,
): Promise<OpenedLedger> {
  const store = await openStore(configuration);
  // Vault and read models are this folder's, whatever keeps the log: one process writes them.
  const lock = configuration.store.kind === 'sqlite' ? undefined : takeWriterLock(filesOf(configuration).views);
  try {
    const opened = await openOver(store, configuration, demonstration);
    return { ...opened, close: () => opened.close().finally(() => lock?.release()) };
  } catch (error) {
    await store.close();
    lock?.release();
    throw error;
  }
}

async function openOver(
  store: EventStore,
  configuration: Configuration,
  demonstration: boolean | Demonstration,
): Promise<OpenedLedger> {
  const files = filesOf(configuration);
  if (existsSync(files.vault) && (await store.readLog(null, 1)).length === 0) {
    throw new LedgerCorrupted(`${files.vault} stands without its ledger: put the ledger back, or remove the vault`);
  }
  const founding = await foundOrRead(store, foundingClock(demonstration), demonstration !== false);
  const clock = founding.demonstration ? await resumedClock(store) : systemClock;
  const catalogue = eventCatalogue([ledgerStream, ...DOMAIN.flatMap(({ streams }) => streams)]);
  const vault = await Vault.open({
    file: files.vault,
    masterKeyFile: configuration.masterKeyFile,
    ledgerId: founding.ledgerId,
  });
  const evidence = await SealedFiles.open(files.evidence, vault);
  const readStore = SqliteReadStore.open(files.views);
  const ledger = new Ledger(founding.ledgerId, store, catalogue, vault, clock);
  const runner = new ProjectionRunner(
    store,
    readStore,
    catalogue,
    DOMAIN.flatMap(({ projections }) => projections),
  );
  const views = new Views(readStore, new LogMoments(runner, readStore), runner);
  return {
    store,
    founding,
    clock,
    vault,
    evidence,
    readStore,
    catalogue,
    ledger,
    runner,
    views,
    close: async () => {
      await runner.stop();
      await store.close();
      await readStore.close();
      await vault.close();
    },
  };
}

function foundingClock(demonstration: boolean | Demonstration): Clock {
  if (demonstration === false) return systemClock;
  const clock = new SimulatedClock();
  if (demonstration !== true) clock.set(demonstration.foundedAt);
  return clock;
}

/** A demonstration's clock goes on from where its story stands, never from before. */
export async function resumedClock(store: EventStore): Promise<SimulatedClock> {
  const clock = new SimulatedClock();
  let last: string | undefined;
  for (let after: string | null = null; ;) {
    const events = await store.readLog(after, 1_000);
    for (const { meta } of events) if (last === undefined || meta.recordedAt > last) last = meta.recordedAt;
    if (events.length < 1_000) break;
    after = events.at(-1)!.position;
  }
  if (last !== undefined) clock.set(last);
  return clock;
}
