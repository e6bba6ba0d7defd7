import { randomUUID } from 'node:crypto';

import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import { canonicalJson } from '@minutier/proof';

import { ActorIdTaken } from './faults.js';
import type { MasterKey } from './master-key.js';
import type { VaultFile } from './vault-file.js';

/** Somebody who may act on the ledger; events name him by `id` only. */
export interface RegisteredActor {
  readonly id: string;
  readonly name: string;
  /** Sorted, each once. */
  readonly roles: readonly string[];
}

/** An actor to register; without an id he gets a new one. */
export type NewActor = Omit<RegisteredActor, 'id'> & { readonly id?: string };

interface ActorRow {
  id: string;
  sealed_name: string;
  roles: string;
}

/** The registered actors. Their names are sealed under the master key: they answer for what they did, for ever. */
export class Actors {
  readonly #statements: ReturnType<typeof prepare>;
  /** Asked for with every command; a registered actor never changes. */
  readonly #known = new LRUCache<string, RegisteredActor>({ max: 1_000 });

  constructor(
    private readonly file: VaultFile,
    private readonly master: MasterKey,
  ) {
    this.#statements = prepare(file.database);
  }

  /** Throws ActorIdTaken when the id stands with another name or other roles. */
  register({ id = randomUUID(), name, roles }: NewActor): RegisteredActor {
    const actor: RegisteredActor = { id, name, roles: [...new Set(roles)].sort() };
    return this.file.write(() => {
      const standing = this.actor(id);
      if (!standing) this.#statements.insert.run(id, this.master.sealName(name, id), JSON.stringify(actor.roles));
      else if (canonicalJson(standing) !== canonicalJson(actor)) throw new ActorIdTaken(id);
      return actor;
    });
  }

  /** An actor that was asked for before. */
  known(id: string): RegisteredActor | undefined {
    return this.#known.get(id);
  }

  actor(id: string): RegisteredActor | undefined {
    const known = this.known(id);
    if (known) return known;
    const row = this.#statements.one.get(id);
    const actor = row && this.#read(row);
    if (actor) this.#known.set(id, actor);
    return actor;
  }

  actors(): RegisteredActor[] {
    return this.#statements.all.all().map((row) => this.#read(row));
  }

  #read({ id, sealed_name, roles }: ActorRow): RegisteredActor {
    return { id, name: this.master.unsealName(sealed_name, id), roles: JSON.parse(roles) as string[] };
  }
}

function prepare(database: Database.Database) {
  return {
    one: database.prepare<[string], ActorRow>('SELECT id, sealed_name, roles FROM actors WHERE id = ?'),
    all: database.prepare<[], ActorRow>('SELECT id, sealed_name, roles FROM actors ORDER BY rowid'),
    insert: database.prepare('INSERT INTO actors (id, sealed_name, roles) VALUES (?, ?, ?)'),
  };
}
