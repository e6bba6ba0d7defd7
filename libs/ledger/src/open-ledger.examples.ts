import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { SqliteEventStore, SqliteReadStore } from '@minutier/storage';
import { Vault } from '@minutier/vault';

import type { Clock } from './clock.js';
import type { CommandContext, Receipt } from './decision.js';
import { foundOrRead, ledgerStream } from './founding.js';
import { Ledger } from './ledger.js';
import type { Projection } from './projection.js';
import { ProjectionRunner } from './projection-runner.js';
import { type EventCatalogue, eventCatalogue } from './stream-definition.js';
import { AddMarks, addMarks, OpenTally, openTally, tallyStream } from './tally.examples.js';

/** A clock that says what a story wants it to say. */
export class StoryClock implements Clock {
  readonly simulated = false;
  at = '2026-03-02T09:00:00.000Z';

  now(): string {
    return this.at;
  }
}

export function aContext(given: Partial<CommandContext> = {}): CommandContext {
  const commandId = given.commandId ?? randomUUID();
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { id: randomUUID(), role: 'registrar', authentication: 'none' },
    now: '2026-03-02T09:00:00.000Z',
    today: '2026-03-02',
    ...given,
  };
}

/** A founded ledger of tallies on real files in a throw-away folder; its founding is ordinal 0. */
export class TallyLedger {
  readonly clock = new StoryClock();
  readonly catalogue: EventCatalogue = eventCatalogue([ledgerStream, tallyStream]);
  readonly #closing: (() => Promise<void>)[] = [];
  store!: SqliteEventStore;
  vault!: Vault;
  ledger!: Ledger;

  private constructor(readonly folder: string) {}

  static async make(): Promise<TallyLedger> {
    const made = new TallyLedger(await mkdtemp(join(tmpdir(), 'minutier-tallies-')));
    await made.#open();
    return made;
  }

  get file(): string {
    return join(this.folder, 'ledger.sqlite');
  }

  get viewsFile(): string {
    return join(this.folder, 'views.sqlite');
  }

  async #open(): Promise<void> {
    this.store = await SqliteEventStore.open(this.file);
    const { ledgerId } = await foundOrRead(this.store, this.clock, false);
    this.vault = await Vault.open({
      file: join(this.folder, 'vault.sqlite'),
      masterKeyFile: join(this.folder, 'master.key'),
      ledgerId,
    });
    this.ledger = new Ledger(ledgerId, this.store, this.catalogue, this.vault, this.clock);
  }

  /** Closes the store and opens it again, as a process that starts anew. */
  async reopen(): Promise<void> {
    await this.store.close();
    await this.vault.close();
    await this.#open();
  }

  /** Another ledger over the same store, as of a second process: they share nothing but what is written. */
  another(catalogue = this.catalogue): Ledger {
    return new Ledger(this.ledger.ledgerId, this.store, catalogue, this.vault, this.clock);
  }

  /** Read models of these projections, following, over a file of views that outlives them. */
  async follow(
    projections: readonly Projection[],
    views = this.viewsFile,
    catalogue = this.catalogue,
  ): Promise<{ runner: ProjectionRunner; readStore: SqliteReadStore; stop: () => Promise<void> }> {
    const readStore = SqliteReadStore.open(views);
    const runner = new ProjectionRunner(this.store, readStore, catalogue, projections);
    await runner.start();
    const stop = async (): Promise<void> => {
      await runner.stop();
      await readStore.close();
    };
    this.#closing.push(stop);
    return { runner, readStore, stop };
  }

  open(id: string, label = 'Jury blanc', context = aContext()): Promise<Receipt> {
    const personId = randomUUID();
    return this.ledger.execute(tallyStream, id, new OpenTally(context, label, personId), openTally);
  }

  add(id: string, ...points: number[]): Promise<Receipt> {
    return this.ledger.execute(tallyStream, id, new AddMarks(aContext(), points), addMarks);
  }

  async close(): Promise<void> {
    for (const stop of this.#closing.splice(0).reverse()) await stop();
    await this.store.close();
    await this.vault.close();
    await rm(this.folder, { recursive: true });
  }
}
