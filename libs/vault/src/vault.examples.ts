import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import Database from 'better-sqlite3';

import type { Contact, Identity } from './identities.js';
import { Vault } from './vault.js';

export const AT = '2026-03-01T09:00:00.000Z';

export const identity: Identity = {
  birthName: 'Lefèvre-Quatremains',
  usualName: null,
  firstNames: 'Apolline Marguerite',
  bornOn: '1999-02-28',
  birthPlace: 'Saint-Nazaire',
  birthCountry: 'France',
  sex: 'F',
};

export const contact: Contact = {
  email: 'apolline.lefevre@exemple.fr',
  phone: '+33 6 99 98 97 96',
  address: '12 rue Crébillon, 44000 Nantes',
};

/** A throw-away folder with a vault's files in it, and ways to look at their bytes. */
export class VaultFolder {
  readonly ledgerId = randomUUID();
  readonly #opened: Vault[] = [];

  private constructor(readonly folder: string) {}

  static async make(): Promise<VaultFolder> {
    return new VaultFolder(await mkdtemp(join(tmpdir(), 'minutier-vault-')));
  }

  get file(): string {
    return join(this.folder, 'vault.sqlite');
  }

  get masterKeyFile(): string {
    return join(this.folder, 'master.key');
  }

  async open(file = this.file): Promise<Vault> {
    const vault = await Vault.open({ file, masterKeyFile: this.masterKeyFile, ledgerId: this.ledgerId });
    this.#opened.push(vault);
    return vault;
  }

  async bytes(): Promise<{ name: string; bytes: Buffer }[]> {
    const names = (await readdir(this.folder)).sort();
    return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(this.folder, name)) })));
  }

  async holds(bytes: Buffer | string): Promise<string[]> {
    return (await this.bytes()).filter((file) => file.bytes.includes(bytes)).map(({ name }) => name);
  }

  wrappedKeys(file = this.file): Buffer[] {
    const database = new Database(file, { readonly: true });
    try {
      return database.prepare<[], Buffer>('SELECT wrapped FROM wrapped_keys ORDER BY number').pluck().all();
    } finally {
      database.close();
    }
  }

  async remove(): Promise<void> {
    for (const vault of this.#opened) await vault.close();
    await rm(this.folder, { recursive: true });
  }
}
