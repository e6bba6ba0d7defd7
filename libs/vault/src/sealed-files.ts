import { createHash, randomUUID } from 'node:crypto';
import { existsSync, renameSync } from 'node:fs';
import { copyFile, link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

import { CommandIdReused, type KeyClass, LedgerFault, StoreUnavailable } from '@minutier/ledger';

import { syncFolder } from './folder-sync.js';
import { type Erased, isErased } from './seals.js';
import type { Vault } from './vault.js';

/** Where half-received files stand; whatever a stopped process left there is removed at the next start. */
const INCOMING = '.incoming';

/** A file of somebody: where it is kept, and under whose key. Both ids are uuids. */
export interface FileOwner {
  readonly personId: string;
  readonly keyClass: KeyClass;
  /** The thing whose files are kept together: a candidacy. */
  readonly folderId: string;
}

/** What a file is, whatever it says. */
export interface FileFacts {
  readonly sizeBytes: number;
  /** Of the file in clear. */
  readonly sha256: string;
}

/** The file is larger than is taken. Send a smaller one; nothing of it was kept. */
export class FileTooLarge extends LedgerFault {
  readonly code = 'FILE_TOO_LARGE';
  readonly retryable = false;
}

/**
 * Files kept in a folder beside the vault, each sealed under its person's key: once the key is destroyed, nobody reads
 * them. A file is durable, whole and under its name before `receive` resolves; it is never changed afterwards.
 */
export class SealedFiles {
  private constructor(
    private readonly folder: string,
    private readonly vault: Vault,
  ) {}

  /** Opens the folder, making it, for its owner only, where there is none. */
  static async open(folder: string, vault: Vault): Promise<SealedFiles> {
    return guarded(async () => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await rm(join(folder, INCOMING), { recursive: true, force: true });
      return new SealedFiles(folder, vault);
    });
  }

  /**
   * Seals a file while it arrives. The same content again under the same name changes nothing. Throws CommandIdReused
   * for another content, FileTooLarge, PersonErased, StoreUnavailable.
   */
  async receive(
    owner: FileOwner,
    fileId: string,
    bytes: AsyncIterable<Uint8Array>,
    bytesMax: number,
  ): Promise<FileFacts> {
    const measured = new Measured(bytes, bytesMax);
    const sealed = await this.vault.sealBytes(owner.personId, owner.keyClass, sealIdOf(owner, fileId), measured);
    return guarded(async () => {
      const incoming = join(this.folder, INCOMING);
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const draft = join(incoming, randomUUID());
      try {
        const handle = await open(draft, 'wx', 0o600);
        try {
          for await (const piece of sealed) await handle.writeFile(piece);
          await handle.sync();
        } finally {
          await handle.close();
        }
        return await this.#keep(owner, fileId, draft, measured.end());
      } finally {
        await rm(draft, { force: true });
      }
    });
  }

  /** The file in clear; Erased once its key is destroyed, undefined where there is none. Throws LedgerCorrupted. */
  async read(owner: Pick<FileOwner, 'folderId'>, fileId: string): Promise<Buffer | Erased | undefined> {
    const sealed = await guarded(() => readFile(this.#pathOf(owner, fileId)).catch(undefinedWhereAbsent));
    return sealed && this.vault.openBytes(sealIdOf(owner, fileId), sealed);
  }

  /** Removes the file, for good, before it resolves. Harmless when repeated. */
  async destroy(owner: Pick<FileOwner, 'folderId'>, fileId: string): Promise<void> {
    await guarded(async () => {
      if (!existsSync(this.#pathOf(owner, fileId))) return;
      await rm(this.#pathOf(owner, fileId), { force: true });
      await syncFolder(join(this.folder, owner.folderId));
    });
  }

  /**
   * Puts every whole file into another folder, under the same names, while others arrive; answers their paths in it, in
   * order. A file that is destroyed meanwhile is left out. On one disk nothing is copied: no file is ever changed.
   */
  async backup(target: string): Promise<string[]> {
    return guarded(async () => {
      const taken: string[] = [];
      for (const entry of await readdir(this.folder, { recursive: true, withFileTypes: true })) {
        const path = relative(this.folder, join(entry.parentPath, entry.name));
        if (!entry.isFile() || path.startsWith(INCOMING)) continue;
        const [from, to] = [join(this.folder, path), join(target, path)];
        await mkdir(dirname(to), { recursive: true, mode: 0o700 });
        // A link fails between two disks, and where the file is gone: then so does the copy.
        await link(from, to)
          .catch(() => copyFile(from, to))
          .then(() => taken.push(path.split(sep).join('/')))
          .catch(undefinedWhereAbsent);
      }
      return taken.sort();
    });
  }

  /** Gives a whole draft its name, unless a file has it: between the question and the naming nothing else runs. */
  async #keep(owner: FileOwner, fileId: string, draft: string, facts: FileFacts): Promise<FileFacts> {
    const own = join(this.folder, owner.folderId);
    await mkdir(own, { recursive: true, mode: 0o700 });
    const path = this.#pathOf(owner, fileId);
    if (existsSync(path)) {
      const standing = await this.read(owner, fileId);
      const isSame = standing !== undefined && !isErased(standing) && sha256Of(standing) === facts.sha256;
      if (!isSame) throw new CommandIdReused('another file was received under this command id');
      return facts;
    }
    renameSync(draft, path);
    await syncFolder(own);
    await syncFolder(this.folder);
    return facts;
  }

  #pathOf({ folderId }: Pick<FileOwner, 'folderId'>, fileId: string): string {
    for (const id of [folderId, fileId]) if (!/^[0-9a-f-]{36}$/.test(id)) throw new TypeError('not the id of a file');
    return join(this.folder, folderId, fileId);
  }
}

/** A file opens only under its own name and in its own folder. */
function sealIdOf({ folderId }: Pick<FileOwner, 'folderId'>, fileId: string): string {
  return `${folderId}/${fileId}`;
}

/** Bytes on their way, counted and digested as they pass. */
class Measured implements AsyncIterable<Uint8Array> {
  readonly #hash = createHash('sha256');
  #sizeBytes = 0;

  constructor(
    private readonly bytes: AsyncIterable<Uint8Array>,
    private readonly bytesMax: number,
  ) {}

  /** What passed; asked once, at the end. */
  end(): FileFacts {
    return { sizeBytes: this.#sizeBytes, sha256: this.#hash.digest('hex') };
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.bytes) {
      this.#sizeBytes += piece.length;
      if (this.#sizeBytes > this.bytesMax) throw new FileTooLarge(`a file has at most ${this.bytesMax} bytes`);
      this.#hash.update(piece);
      yield piece;
    }
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function undefinedWhereAbsent(error: unknown): undefined {
  if ((error as { code?: string }).code === 'ENOENT') return undefined;
  throw error;
}

/** Faults of the file system in the ledger's words. */
async function guarded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    if (!/^E(NOSPC|DQUOT|IO|ACCES|PERM|ROFS|MFILE|NFILE|BUSY)$/.test(code)) throw error;
    throw new StoreUnavailable(`the folder of sealed files cannot be used: ${message}`, { cause: error });
  }
}
