import { createSecretKey, type KeyObject, randomBytes, randomUUID } from 'node:crypto';

import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import { type KeyClass, LedgerCorrupted } from '@minutier/ledger';

import { KEY_BYTES, subKey, WRAPPED_BYTES } from './cipher.js';
import { PersonErased } from './faults.js';
import type { MasterKey } from './master-key.js';
import type { VaultFile } from './vault-file.js';

const KEYS_CACHED_MAX = 10_000;

/** A person's key of one class, unwrapped and split by purpose. */
export interface PersonKey {
  readonly keyId: string;
  readonly sealing: KeyObject;
  readonly digesting: KeyObject;
  readonly committing: KeyObject;
}

/** A line of the key-destruction list. It outlives the vault's backups: a restore replays it. */
export interface DestroyedKey {
  readonly keyId: string;
  readonly personId: string;
  readonly keyClass: KeyClass;
  /** RFC 3339, UTC. */
  readonly destroyedAt: string;
}

interface KeyRow {
  number: number;
  key_id: string;
  person_id: string;
  key_class: KeyClass;
  destroyed_at: string | null;
  wrapped: Buffer | null;
}

interface Wanted {
  readonly personId: string;
  readonly keyClass: KeyClass;
  readonly made: PromiseWithResolvers<void>;
}

/** The persons' keys: one per person and class, for ever; once destroyed, that person and class never get another. */
export class KeyRing {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #byOwner = new LRUCache<string, PersonKey>({ max: KEYS_CACHED_MAX });
  readonly #byId = new LRUCache<string, PersonKey>({ max: KEYS_CACHED_MAX });
  #wanted = new Map<string, Wanted>();

  constructor(
    private readonly file: VaultFile,
    private readonly master: MasterKey,
  ) {
    this.#statements = prepare(file.database);
    file.onChangeElsewhere(() => this.forget());
  }

  /** Settles once the person has a key of that class on the disk, or has had one destroyed. */
  ensure(personId: string, keyClass: KeyClass): Promise<void> {
    return this.file.answer(() => {
      const owner = ownerOf(personId, keyClass);
      if (this.#byOwner.has(owner) || this.#statements.ofOwner.get(personId, keyClass)) return;
      let wanted = this.#wanted.get(owner);
      if (!wanted) {
        wanted = { personId, keyClass, made: Promise.withResolvers() };
        this.#wanted.set(owner, wanted);
        // All the keys that are asked for in one turn of the event loop share one flush of the disk.
        if (this.#wanted.size === 1) setImmediate(() => this.makeWanted());
      }
      return wanted.made.promise;
    });
  }

  /** The person's key; call `ensure` first, and use the key before anything is awaited. Throws PersonErased. */
  live(personId: string, keyClass: KeyClass): PersonKey {
    const key = this.liveIfAny(personId, keyClass);
    if (!key) throw new PersonErased(personId, keyClass);
    return key;
  }

  /** Like `live`, with undefined for a key that was destroyed or never made. */
  liveIfAny(personId: string, keyClass: KeyClass): PersonKey | undefined {
    const cached = this.#byOwner.get(ownerOf(personId, keyClass));
    if (cached) return cached;
    const row = this.#statements.ofOwner.get(personId, keyClass);
    return row && row.destroyed_at === null ? this.#unwrapped(row) : undefined;
  }

  isDestroyed(personId: string, keyClass: KeyClass): boolean {
    if (this.#byOwner.has(ownerOf(personId, keyClass))) return false;
    return (this.#statements.ofOwner.get(personId, keyClass)?.destroyed_at ?? null) !== null;
  }

  /** The key of that id, or 'destroyed'. Throws LedgerCorrupted for a key that this vault never had. */
  byId(keyId: string): PersonKey | 'destroyed' {
    const cached = this.#byId.get(keyId);
    if (cached) return cached;
    const row = this.#statements.ofId.get(keyId);
    if (!row) throw new LedgerCorrupted(`key ${keyId} is not in this vault: was an older backup of it restored?`);
    return row.destroyed_at === null ? this.#unwrapped(row) : 'destroyed';
  }

  ownerOf(keyId: string): string | undefined {
    return this.#statements.ofId.get(keyId)?.person_id;
  }

  /**
   * Destroys the person's key of that class, inside the caller's write. A person who had none is marked all the same,
   * so that a late command cannot make one. The first destruction's instant stands. The caller then forgets the caches.
   */
  destroy(personId: string, keyClass: KeyClass, at: string, keyId: string = randomUUID()): DestroyedKey {
    for (const row of this.#statements.liveOfOwner.all(personId, keyClass)) this.#erase(row, at);
    if (!this.#statements.ofOwner.get(personId, keyClass))
      this.#statements.insertDestroyed.run(keyId, personId, keyClass, at);
    return destroyedKey(this.#statements.ofOwner.get(personId, keyClass)!);
  }

  /**
   * Destroys again, inside the caller's write, what a list says was destroyed: keys that an older backup brought back,
   * and keys made since for a person who had been erased. Throws LedgerCorrupted for a list of another vault.
   */
  replay(list: readonly DestroyedKey[]): void {
    for (const { keyId, personId, keyClass, destroyedAt } of list) {
      const row = this.#statements.ofId.get(keyId);
      if (row && (row.person_id !== personId || row.key_class !== keyClass)) {
        throw new LedgerCorrupted(`key ${keyId} belongs to somebody else here: the list is of another vault`);
      }
      if (!row) this.#statements.insertDestroyed.run(keyId, personId, keyClass, destroyedAt);
      this.destroy(personId, keyClass, destroyedAt);
    }
  }

  destroyed(): DestroyedKey[] {
    return this.#statements.destroyed.all().map(destroyedKey);
  }

  forget(): void {
    this.#byOwner.clear();
    this.#byId.clear();
  }

  /** Makes every key that is waited for, in one transaction; all their users are told, well or ill, together. */
  makeWanted(): void {
    const wanted = this.#wanted;
    this.#wanted = new Map();
    try {
      if (wanted.size > 0) this.file.write(() => wanted.forEach((key) => this.#make(key)));
      wanted.forEach(({ made }) => made.resolve());
    } catch (error) {
      wanted.forEach(({ made }) => made.reject(error));
    }
  }

  #make({ personId, keyClass }: Wanted): void {
    if (this.#statements.ofOwner.get(personId, keyClass)) return;
    const keyId = randomUUID();
    const { lastInsertRowid } = this.#statements.insert.run(keyId, personId, keyClass);
    const wrapped = this.master.wrap(randomBytes(KEY_BYTES), [keyId, personId, keyClass]);
    this.#statements.insertWrapped.run(lastInsertRowid, wrapped);
  }

  #erase({ number }: KeyRow, at: string): void {
    this.#statements.overwrite.run(number);
    this.#statements.markDestroyed.run(at, number);
  }

  #unwrapped({ key_id: keyId, person_id, key_class, wrapped }: KeyRow): PersonKey {
    if (wrapped === null) throw new LedgerCorrupted(`the bytes of key ${keyId} are missing`);
    const key = createSecretKey(this.master.unwrap(wrapped, [keyId, person_id, key_class]));
    const split: PersonKey = {
      keyId,
      sealing: subKey(key, 'seal'),
      digesting: subKey(key, 'digest'),
      committing: subKey(key, 'commit to an identity'),
    };
    this.#byOwner.set(ownerOf(person_id, key_class), split);
    this.#byId.set(keyId, split);
    return split;
  }
}

function ownerOf(personId: string, keyClass: KeyClass): string {
  return `${keyClass} ${personId}`;
}

function destroyedKey({ key_id, person_id, key_class, destroyed_at }: KeyRow): DestroyedKey {
  return { keyId: key_id, personId: person_id, keyClass: key_class, destroyedAt: destroyed_at! };
}

function prepare(database: Database.Database) {
  const rows = 'SELECT k.*, w.wrapped FROM keys k LEFT JOIN wrapped_keys w ON w.number = k.number';
  return {
    // A destroyed key comes first: the destruction holds for the person and class, whatever else was made.
    ofOwner: database.prepare<[string, string], KeyRow>(
      `${rows} WHERE k.person_id = ? AND k.key_class = ? ORDER BY k.destroyed_at IS NULL, k.number LIMIT 1`,
    ),
    liveOfOwner: database.prepare<[string, string], KeyRow>(
      `${rows} WHERE k.person_id = ? AND k.key_class = ? AND k.destroyed_at IS NULL`,
    ),
    ofId: database.prepare<[string], KeyRow>(`${rows} WHERE k.key_id = ?`),
    destroyed: database.prepare<[], KeyRow>(`${rows} WHERE k.destroyed_at IS NOT NULL ORDER BY k.number`),
    insert: database.prepare('INSERT INTO keys (key_id, person_id, key_class) VALUES (?, ?, ?)'),
    insertWrapped: database.prepare('INSERT INTO wrapped_keys (number, wrapped) VALUES (?, ?)'),
    insertDestroyed: database.prepare(
      'INSERT INTO keys (key_id, person_id, key_class, destroyed_at) VALUES (?, ?, ?, ?)',
    ),
    overwrite: database.prepare(`UPDATE wrapped_keys SET wrapped = zeroblob(${WRAPPED_BYTES}) WHERE number = ?`),
    markDestroyed: database.prepare('UPDATE keys SET destroyed_at = ? WHERE number = ?'),
  };
}
