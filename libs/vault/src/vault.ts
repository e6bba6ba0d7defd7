import { open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { KeyClass, KeyedDigest, Sealed, Sealer } from '@minutier/ledger';

import { Actors, type NewActor, type RegisteredActor } from './actors.js';
import { MasterKeyRefused, VaultRefused } from './faults.js';
import { syncFolder } from './folder-sync.js';
import { type Commitment, type Contact, Identities, type Identity, type Verdict } from './identities.js';
import { type DestroyedKey, KeyRing } from './key-ring.js';
import { createMasterKey, MasterKey } from './master-key.js';
import { ERASED, type Erased, Seals } from './seals.js';
import { VaultFile } from './vault-file.js';

export interface VaultPlace {
  /** The vault's own SQLite file, apart from the ledger and from the read models. */
  readonly file: string;
  readonly masterKeyFile: string;
  readonly ledgerId: string;
}

/**
 * What the ledger must be able to forget: the keys under which events seal personal fields, who persons are, how to
 * reach them, and the names of actors. One process writes it (ADR 0004).
 */
export class Vault implements Sealer {
  readonly #keys: KeyRing;
  readonly #seals: Seals;
  readonly #identities: Identities;
  readonly #actors: Actors;

  private constructor(
    private readonly file: VaultFile,
    master: MasterKey,
    ledgerId: string,
  ) {
    this.#keys = new KeyRing(file, master);
    this.#seals = new Seals(this.#keys, ledgerId);
    this.#identities = new Identities(file, this.#keys, this.#seals);
    this.#actors = new Actors(file, master);
  }

  /**
   * Opens a vault; makes it, and its master key file, where there is none. Throws MasterKeyRefused when the key file is
   * missing, malformed or another one than the vault was made under; VaultRefused for the vault of another ledger.
   */
  static async open({ file, masterKeyFile, ledgerId }: VaultPlace): Promise<Vault> {
    const vaultFile = await VaultFile.open(file);
    try {
      const founded = foundingOf(vaultFile);
      // A vault that has a past is never given a new master key: the old one must be found.
      if (!founded) await createMasterKey(masterKeyFile);
      const master = await MasterKey.read(masterKeyFile);
      const { ledger_id, check_value } = founded ?? found(vaultFile, ledgerId, master.checkValue(ledgerId));
      if (ledger_id !== ledgerId)
        throw new VaultRefused(`${file} is the vault of ledger ${ledger_id}, not of ${ledgerId}`);
      if (!master.made(check_value, ledgerId)) {
        throw new MasterKeyRefused(`the vault ${file} was made under another master key than ${masterKeyFile} holds`);
      }
      return new Vault(vaultFile, master, ledgerId);
    } catch (error) {
      vaultFile.database.close();
      throw error;
    }
  }

  /** Seals any JSON value. The person's key is on the disk before it is used. Throws PersonErased. */
  async seal(personId: string, keyClass: KeyClass, sealId: string, value: unknown): Promise<Sealed> {
    await this.#keys.ensure(personId, keyClass);
    return this.file.answer(() => this.#seals.seal(this.#keys.live(personId, keyClass), sealId, value));
  }

  /** HMAC-SHA-256 of the value, in hexadecimal; undefined when the key was destroyed. */
  async keyedDigest(personId: string, keyClass: KeyClass, value: unknown): Promise<string | undefined> {
    await this.#keys.ensure(personId, keyClass);
    return this.file.answer(() => {
      const key = this.#keys.liveIfAny(personId, keyClass);
      return key && this.#seals.digest(key, value);
    });
  }

  /** HMAC-SHA-256 of the value as events state one, with the id of its key. Throws PersonErased. */
  async keyedDigestOf(personId: string, keyClass: KeyClass, value: unknown): Promise<KeyedDigest> {
    await this.#keys.ensure(personId, keyClass);
    return this.file.answer(() => {
      const key = this.#keys.live(personId, keyClass);
      return { alg: 'HMAC-SHA-256', keyId: key.keyId, value: this.#seals.digest(key, value) };
    });
  }

  /** Whether a keyed digest found in an event is that of this value. */
  verifyDigest({ keyId, value: stated }: KeyedDigest, value: unknown): Promise<Verdict> {
    return this.file.answer(() => {
      const key = this.#keys.byId(keyId);
      if (key === 'destroyed') return 'erased';
      return this.#seals.digest(key, value) === stated ? 'verified' : 'refuted';
    });
  }

  /** Seals bytes as they pass, under a key that is on the disk before the first of them. Throws PersonErased. */
  async sealBytes(
    personId: string,
    keyClass: KeyClass,
    sealId: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<AsyncIterable<Buffer>> {
    await this.#keys.ensure(personId, keyClass);
    return this.file.answer(() => this.#seals.sealBytes(this.#keys.live(personId, keyClass), sealId, bytes));
  }

  /** The bytes, or Erased. Throws LedgerCorrupted when they were changed, moved, or sealed by another vault. */
  openBytes(sealId: string, sealed: Buffer): Promise<Buffer | Erased> {
    return this.file.answer(() => this.#seals.openBytes(sealId, sealed));
  }

  /** The sealed value, or Erased. Throws LedgerCorrupted when it was changed, moved, or sealed by another vault. */
  unseal(sealed: Sealed): Promise<unknown> {
    return this.file.answer(() => this.#seals.unseal(sealed));
  }

  /** The same value under another person's key or another seal's id; Erased when it can no longer be read. Throws PersonErased. */
  async reseal(sealed: Sealed, toPersonId: string, keyClass: KeyClass, sealId: string): Promise<Sealed | Erased> {
    const value = await this.unseal(sealed);
    return value === ERASED ? ERASED : this.seal(toPersonId, keyClass, sealId, value);
  }

  /** Whose key that is, destroyed or not; undefined for a key that this vault never had. */
  ownerOf(keyId: string): Promise<string | undefined> {
    return this.file.answer(() => this.#keys.ownerOf(keyId));
  }

  /**
   * Destroys a person's key for ever; `at` is RFC 3339. Called again, it answers as the first time. On StoreUnavailable
   * call it again: the key may be destroyed already while its former bytes are still in the log.
   */
  destroyKey(personId: string, keyClass: KeyClass, at: string): Promise<DestroyedKey> {
    return this.#destroying(() => {
      const destroyed = this.#keys.destroy(personId, keyClass, at);
      this.#identities.blank(personId, keyClass);
      return destroyed;
    });
  }

  /** The key-destruction list, oldest key first. Keep it apart from the vault's backups. */
  destroyedKeys(): Promise<DestroyedKey[]> {
    return this.file.answer(() => this.#keys.destroyed());
  }

  /** After a restore: destroys again all that the list names. Harmless when repeated. */
  replayDestructions(list: readonly DestroyedKey[]): Promise<void> {
    return this.#destroying(() => {
      this.#keys.replay(list);
      for (const { personId, keyClass } of list) this.#identities.blank(personId, keyClass);
    });
  }

  /**
   * Records a version of a person's identity and answers what an event may say of it. The same version with the same
   * content answers the same commitment, first salt included. A null contact leaves the last one given as it is.
   * Throws IdentityVersionTaken for another content, PersonErased when a key it needs was destroyed.
   */
  async recordIdentity(
    personId: string,
    version: number,
    identity: Identity,
    contact: Contact | null,
    salt?: string,
  ): Promise<Commitment> {
    await Promise.all([
      this.#keys.ensure(personId, 'identity-proof'),
      contact && this.#keys.ensure(personId, 'contact'),
    ]);
    return this.file.answer(() => this.#identities.record({ personId, version, identity, contact, salt }));
  }

  /**
   * Keeps a version of an identity aside until the ledger names it by the commitment answered here. Of several drafts
   * of one version the ledger names one at most: none can take the place of another. Throws PersonErased.
   */
  async draftIdentity(
    personId: string,
    version: number,
    identity: Identity,
    contact: Contact | null,
  ): Promise<Commitment> {
    await Promise.all([
      this.#keys.ensure(personId, 'identity-proof'),
      contact && this.#keys.ensure(personId, 'contact'),
    ]);
    return this.file.answer(() => this.#identities.draft({ personId, version, identity, contact, salt: undefined }));
  }

  /** Takes in the draft that an event names and drops the others of that version and before. Harmless when repeated. */
  settleIdentity(personId: string, version: number, commitment: Commitment): Promise<void> {
    return this.file.answer(() => this.#identities.settle(personId, version, commitment));
  }

  /**
   * The given version or, without one, the last that was recorded. With the commitment that an event gives, the version
   * is found even where a crash kept it from being settled.
   */
  identity(personId: string, version?: number, commitment?: Commitment): Promise<Identity | Erased | undefined> {
    return this.file.answer(() => this.#identities.identity(personId, version, commitment));
  }

  /** The last recorded identity of each; those whom the vault does not know are left out. */
  identitiesOf(personIds: Iterable<string>): Promise<Map<string, Identity | Erased>> {
    return this.file.answer(() => {
      const found = new Map<string, Identity | Erased>();
      for (const personId of personIds) {
        const identity = this.#identities.identity(personId, undefined, undefined);
        if (identity) found.set(personId, identity);
      }
      return found;
    });
  }

  /** The last contact that was given. */
  contact(personId: string): Promise<Contact | Erased | undefined> {
    return this.file.answer(() => this.#identities.contact(personId));
  }

  /** Whether a commitment found in an event is that of the identity recorded here. */
  verifyCommitment(personId: string, version: number, commitment: Commitment): Promise<Verdict> {
    return this.file.answer(() => this.#identities.verify(personId, version, commitment));
  }

  /** Registers an actor; again and equal, it changes nothing. Throws ActorIdTaken. */
  registerActor(actor: NewActor): Promise<RegisteredActor> {
    return this.file.answer(() => this.#actors.register(actor));
  }

  actor(id: string): Promise<RegisteredActor | undefined> {
    // What another process does to the file cannot change a registered actor: the file need not be asked again.
    const known = this.file.database.open ? this.#actors.known(id) : undefined;
    return known ? Promise.resolve(known) : this.file.answer(() => this.#actors.actor(id));
  }

  /** All of them, in the order of their registration. */
  actors(): Promise<RegisteredActor[]> {
    return this.file.answer(() => this.#actors.actors());
  }

  /** Copies the vault, online, to a new file for its owner only; useless without the master key. EEXIST when it is there. */
  async backup(file: string): Promise<void> {
    await (await open(file, 'wx', 0o600)).close();
    try {
      await this.file.answer(() => this.file.database.backup(file));
      await syncFolder(dirname(file));
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    }
  }

  /** Makes the keys that somebody still waits for, then lets go of the file. */
  close(): Promise<void> {
    if (this.file.database.open) this.#keys.makeWanted();
    this.file.database.close();
    this.#keys.forget();
    this.#identities.forget();
    return Promise.resolve();
  }

  /** Destroys in one write, forgets what memory holds, and leaves no former page in the file or its log. */
  async #destroying<Answer>(destroy: () => Answer): Promise<Answer> {
    const answer = await this.file.answer(() => {
      const destroyed = this.file.write(destroy);
      this.#keys.forget();
      this.#identities.forget();
      return destroyed;
    });
    await this.file.truncateLog();
    return answer;
  }
}

interface FoundingRow {
  ledger_id: string;
  check_value: string;
}

function foundingOf({ database }: VaultFile): FoundingRow | undefined {
  return database.prepare<[], FoundingRow>('SELECT ledger_id, check_value FROM vault').get();
}

/** Writes what ties a new vault to its ledger and master key; the first of two openers wins. */
function found(file: VaultFile, ledgerId: string, checkValue: string): FoundingRow {
  return file.write(() => {
    file.database
      .prepare('INSERT INTO vault (only_row, ledger_id, check_value) VALUES (1, ?, ?) ON CONFLICT DO NOTHING')
      .run(ledgerId, checkValue);
    return foundingOf(file)!;
  });
}
