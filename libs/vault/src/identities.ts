import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';

import { derivedId, type KeyClass, type Sealed } from '@minutier/ledger';
import { canonicalJson } from '@minutier/proof';

import { IdentityVersionTaken } from './faults.js';
import type { KeyRing, PersonKey } from './key-ring.js';
import { ERASED, type Erased, type Seals } from './seals.js';
import type { VaultFile } from './vault-file.js';

const IDENTITIES_CACHED_MAX = 10_000;
const SALT_BYTES = 32;

/** Who a person is, as minutes and certificates print it (class identity-proof). */
export interface Identity {
  readonly birthName: string;
  readonly usualName: string | null;
  readonly firstNames: string;
  /** Civil date, YYYY-MM-DD, without a time zone. */
  readonly bornOn: string;
  readonly birthPlace: string;
  readonly birthCountry: string | null;
  readonly sex: 'F' | 'M' | null;
}

/** How to reach a person (class contact). */
export interface Contact {
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

/** What a paper that goes to many shows of a person: the names, and nothing of the birth. */
export type Names = Pick<Identity, 'birthName' | 'usualName' | 'firstNames'>;

/** The names alone; an erased identity stays erased. */
export function namesOf<Absent extends object | null | undefined>(identity: Identity | Absent): Names | Absent {
  if (!identity || !('birthName' in identity)) return identity;
  const { birthName, usualName, firstNames } = identity;
  return { birthName, usualName, firstNames };
}

/** What an event says of an identity: nothing, yet no other identity fits it. Unverifiable once the key is destroyed. */
export interface Commitment {
  readonly alg: 'HMAC-SHA-256';
  readonly keyId: string;
  /** Base64, unless the caller gave his own. */
  readonly salt: string;
  /** Hexadecimal; HMAC over the canonical form of `{ salt, personId, version, identity }`. */
  readonly value: string;
}

/** 'refuted' also when that version is not in the vault. */
export type Verdict = 'verified' | 'refuted' | 'erased';

/** One version of a person. A null contact says nothing about it: the last one given stands. */
export interface IdentityVersion {
  readonly personId: string;
  /** 1, 2, 3… */
  readonly version: number;
  readonly identity: Identity;
  readonly contact: Contact | null;
  readonly salt: string | undefined;
}

interface IdentityRow {
  version: number;
  identity: string | null;
  contact: string | null;
  commitment: string;
}

interface DraftRow extends IdentityRow {
  number: number;
}

/** The versions of every person's identity and contact, each sealed under that person's keys. */
export class Identities {
  readonly #statements: ReturnType<typeof prepare>;
  readonly #cached = new LRUCache<string, Identity>({ max: IDENTITIES_CACHED_MAX });

  constructor(
    private readonly file: VaultFile,
    private readonly keys: KeyRing,
    private readonly seals: Seals,
  ) {
    this.#statements = prepare(file.database);
    file.onChangeElsewhere(() => this.forget());
  }

  /** See {@link Vault.recordIdentity}; the keys it needs exist already. */
  record(recorded: IdentityVersion): Commitment {
    const { personId, version } = recorded;
    return this.file.write(() => {
      const standing = this.#statements.ofVersion.get(personId, checked(version));
      if (standing) {
        this.keys.live(personId, 'identity-proof');
        return this.#repeated(standing, recorded);
      }
      const { commitment, cells } = this.#sealed(recorded);
      this.#statements.insert.run(...cells);
      this.#cached.delete(labelOf(personId, undefined));
      return commitment;
    });
  }

  /** See {@link Vault.draftIdentity}; the keys it needs exist already. */
  draft(drafted: IdentityVersion): Commitment {
    checked(drafted.version);
    return this.file.write(() => {
      const { commitment, cells } = this.#sealed(drafted);
      this.#statements.insertDraft.run(...cells);
      return commitment;
    });
  }

  /** See {@link Vault.settleIdentity}. */
  settle(personId: string, version: number, commitment: Commitment): void {
    if (!this.#statements.anyDraft.get(personId, version)) return;
    this.file.write(() => {
      const named = this.#draftOf(personId, version, commitment);
      if (named) this.#statements.insertSettled.run(named.number);
      this.#statements.dropDrafts.run(personId, version);
    });
    this.#cached.delete(labelOf(personId, undefined));
    this.#cached.delete(labelOf(personId, version));
  }

  identity(
    personId: string,
    version: number | undefined,
    commitment: Commitment | undefined,
  ): Identity | Erased | undefined {
    const cached = this.#cached.get(labelOf(personId, version));
    if (cached) return cached;
    if (this.keys.isDestroyed(personId, 'identity-proof')) return ERASED;
    const row =
      version === undefined ? this.#statements.latest.get(personId) : this.#statements.ofVersion.get(personId, version);
    if (!row) {
      // The event stands and the process ended before the version was taken in: the event's own draft is the one.
      const draft = version && commitment && this.#draftOf(personId, version, commitment);
      return draft ? (this.#opened(draft.identity) as Identity) : undefined;
    }
    const identity = Object.freeze(this.#opened(row.identity) as Identity);
    this.#cached.set(labelOf(personId, version), identity);
    return identity;
  }

  contact(personId: string): Contact | Erased | undefined {
    if (this.keys.isDestroyed(personId, 'contact')) return ERASED;
    const row = this.#statements.latestContact.get(personId);
    return row && (this.#opened(row.contact) as Contact);
  }

  verify(personId: string, version: number, { keyId, salt, value }: Commitment): Verdict {
    if (this.keys.isDestroyed(personId, 'identity-proof')) return 'erased';
    const identity = this.identity(personId, version, { alg: 'HMAC-SHA-256', keyId, salt, value }) as
      Identity | undefined;
    const key = this.keys.liveIfAny(personId, 'identity-proof');
    if (!identity || key?.keyId !== keyId) return 'refuted';
    const own = Buffer.from(commitmentValue(key, { salt, personId, version, identity }));
    const other = Buffer.from(value);
    return own.length === other.length && timingSafeEqual(own, other) ? 'verified' : 'refuted';
  }

  /** Takes the ciphertexts of a destroyed key away as well: an old backup of that key then opens nothing newer. */
  blank(personId: string, keyClass: KeyClass): void {
    if (keyClass === 'identity-proof') {
      this.#statements.blankIdentity.run(personId);
      this.#statements.dropAllDrafts.run(personId);
    }
    if (keyClass === 'contact') {
      this.#statements.blankContact.run(personId);
      this.#statements.blankDraftContact.run(personId);
    }
  }

  forget(): void {
    this.#cached.clear();
  }

  /** A version under its keys: the commitment to it, and the row that keeps it. */
  #sealed({
    personId,
    version,
    identity: given,
    contact,
    salt = randomBytes(SALT_BYTES).toString('base64'),
  }: IdentityVersion) {
    const key = this.keys.live(personId, 'identity-proof');
    const identity = plainIdentity(given);
    const commitment: Commitment = {
      alg: 'HMAC-SHA-256',
      keyId: key.keyId,
      salt,
      value: commitmentValue(key, { salt, personId, version, identity }),
    };
    const sealedIdentity = this.seals.seal(key, identitySealId(personId, version), identity);
    const sealedContact =
      contact &&
      this.seals.seal(this.keys.live(personId, 'contact'), contactSealId(personId, version), plainContact(contact));
    const texts = [sealedIdentity, sealedContact, commitment].map((part) => part && JSON.stringify(part));
    return { commitment, cells: [personId, version, ...texts] };
  }

  #draftOf(personId: string, version: number, { value }: Commitment): DraftRow | undefined {
    const drafts = this.#statements.drafts.all(personId, version);
    return drafts.find(({ commitment }) => (JSON.parse(commitment) as Commitment).value === value);
  }

  /** The commitment that stands, when the version is recorded again as it is. Throws IdentityVersionTaken. */
  #repeated(standing: IdentityRow, { personId, version, identity, contact }: IdentityVersion): Commitment {
    const sameIdentity = canonicalJson(this.#opened(standing.identity)) === canonicalJson(plainIdentity(identity));
    const contactErased = this.keys.isDestroyed(personId, 'contact');
    const standingContact = contactErased || standing.contact === null ? null : this.#opened(standing.contact);
    const sameContact =
      contactErased || canonicalJson(standingContact) === canonicalJson(contact && plainContact(contact));
    if (!sameIdentity || !sameContact) throw new IdentityVersionTaken(personId, version);
    return JSON.parse(standing.commitment) as Commitment;
  }

  #opened(sealed: string | null): unknown {
    return this.seals.unseal(JSON.parse(sealed!) as Sealed);
  }
}

function checked(version: number): number {
  if (!Number.isSafeInteger(version) || version < 1) throw new TypeError(`version ${version} is not 1, 2, 3…`);
  return version;
}

function commitmentValue(
  { committing }: PersonKey,
  committed: { salt: string; personId: string; version: number; identity: Identity },
): string {
  return createHmac('sha256', committing).update(canonicalJson(committed)).digest('hex');
}

/** Exactly the fields of an identity, whatever class or stranger's field the caller's object has. */
function plainIdentity(identity: Identity): Identity {
  const { birthName, usualName, firstNames, bornOn, birthPlace, birthCountry, sex } = identity;
  return { birthName, usualName, firstNames, bornOn, birthPlace, birthCountry, sex };
}

function plainContact({ email, phone, address }: Contact): Contact {
  return { email, phone, address };
}

function identitySealId(personId: string, version: number): string {
  return derivedId('vault-identity', personId, version);
}

function contactSealId(personId: string, version: number): string {
  return derivedId('vault-contact', personId, version);
}

function labelOf(personId: string, version: number | undefined): string {
  return `${version ?? 'latest'} ${personId}`;
}

function prepare(database: Database.Database) {
  const rows = 'SELECT version, identity, contact, commitment FROM identities WHERE person_id = ?';
  return {
    ofVersion: database.prepare<[string, number], IdentityRow>(`${rows} AND version = ?`),
    latest: database.prepare<[string], IdentityRow>(`${rows} ORDER BY version DESC LIMIT 1`),
    latestContact: database.prepare<[string], IdentityRow>(
      `${rows} AND contact IS NOT NULL ORDER BY version DESC LIMIT 1`,
    ),
    insert: database.prepare(
      'INSERT INTO identities (person_id, version, identity, contact, commitment) VALUES (?, ?, ?, ?, ?)',
    ),
    drafts: database.prepare<[string, number], DraftRow>(
      'SELECT number, version, identity, contact, commitment FROM identity_drafts WHERE person_id = ? AND version = ?',
    ),
    anyDraft: database.prepare('SELECT 1 FROM identity_drafts WHERE person_id = ? AND version <= ? LIMIT 1'),
    insertDraft: database.prepare(
      'INSERT INTO identity_drafts (person_id, version, identity, contact, commitment) VALUES (?, ?, ?, ?, ?)',
    ),
    insertSettled: database.prepare(
      `INSERT OR IGNORE INTO identities (person_id, version, identity, contact, commitment)
       SELECT person_id, version, identity, contact, commitment FROM identity_drafts WHERE number = ?`,
    ),
    dropDrafts: database.prepare('DELETE FROM identity_drafts WHERE person_id = ? AND version <= ?'),
    dropAllDrafts: database.prepare('DELETE FROM identity_drafts WHERE person_id = ?'),
    blankDraftContact: database.prepare('UPDATE identity_drafts SET contact = NULL WHERE person_id = ?'),
    blankIdentity: database.prepare('UPDATE identities SET identity = NULL WHERE person_id = ?'),
    blankContact: database.prepare('UPDATE identities SET contact = NULL WHERE person_id = ?'),
  };
}
