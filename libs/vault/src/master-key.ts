import { createHmac, createSecretKey, type KeyObject, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import { decrypt, encrypt, KEY_BYTES, subKey } from './cipher.js';
import { MasterKeyRefused } from './faults.js';
import { syncFolder } from './folder-sync.js';

/** The one key outside the vault: it wraps the persons' keys and seals the names of actors, nothing else. */
export class MasterKey {
  readonly #wrapping: KeyObject;
  readonly #naming: KeyObject;
  readonly #checking: KeyObject;

  constructor(bytes: Buffer) {
    const key = createSecretKey(bytes);
    this.#wrapping = subKey(key, 'wrap keys');
    this.#naming = subKey(key, 'seal names of actors');
    this.#checking = subKey(key, 'check the master key');
  }

  /** Reads a master key file: 32 bytes in base64, on one line. Throws MasterKeyRefused when it is missing or malformed. */
  static async read(file: string): Promise<MasterKey> {
    let text: string;
    try {
      text = (await readFile(file, 'utf8')).trim();
    } catch (error) {
      throw new MasterKeyRefused(`the master key file ${file} cannot be read: put it back, or allow reading it`, {
        cause: error,
      });
    }
    const bytes = Buffer.from(text, 'base64');
    if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text) {
      throw new MasterKeyRefused(`the master key file ${file} does not hold ${KEY_BYTES} bytes in base64 on one line`);
    }
    return new MasterKey(bytes);
  }

  wrap(key: Buffer, associated: readonly string[]): Buffer {
    return encrypt(this.#wrapping, key, associated);
  }

  unwrap(wrapped: Buffer, associated: readonly string[]): Buffer {
    return decrypt(this.#wrapping, wrapped, associated);
  }

  sealName(name: string, actorId: string): string {
    return encrypt(this.#naming, Buffer.from(name), ['actor', actorId]).toString('base64');
  }

  unsealName(sealed: string, actorId: string): string {
    return decrypt(this.#naming, Buffer.from(sealed, 'base64'), ['actor', actorId]).toString();
  }

  /** What a vault keeps to recognise its master key again; says nothing about the key. */
  checkValue(ledgerId: string): string {
    return createHmac('sha256', this.#checking).update(ledgerId).digest('hex');
  }

  made(checkValue: string, ledgerId: string): boolean {
    const own = Buffer.from(this.checkValue(ledgerId));
    const other = Buffer.from(checkValue);
    return own.length === other.length && timingSafeEqual(own, other);
  }
}

/**
 * Makes a master key file, readable by its owner only, unless it is there. It is whole and on the disk before its name
 * appears, and never replaces another: a vault must not lose the key that it was made under. Throws MasterKeyRefused.
 */
export async function createMasterKey(file: string): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`;
  try {
    // Whatever is wrong with a file that is there, `read` says it.
    if (await stat(file).catch(() => undefined)) return;
    await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
    await nameOnce(draft, file);
    await syncFolder(dirname(file));
  } catch (error) {
    throw new MasterKeyRefused(`the master key file ${file} cannot be made`, { cause: error });
  } finally {
    await rm(draft, { force: true });
  }
}

/** Gives a draft its name unless another process was first; a link, unlike a renaming, never replaces. */
async function nameOnce(draft: string, file: string): Promise<void> {
  try {
    await link(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    // Some mounted folders know no links.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    await rename(draft, file);
  }
}
