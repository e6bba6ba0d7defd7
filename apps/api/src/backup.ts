import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdtemp, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';

import { create } from 'tar';

import { CommandRefused, type EventStore, LedgerCorrupted, type StoredEvent, type Wording } from '@minutier/ledger';
import { eventHash } from '@minutier/proof';
import { SqliteEventStore } from '@minutier/storage';

import type { OpenedLedger } from './opened-ledger.js';

export const BACKUP_FORMAT = 'minutier-backup/2';
/** The form of before, without files of evidence: it is still restored. */
export const BACKUP_FORMAT_WITHOUT_EVIDENCE = 'minutier-backup/1';
export const LEDGER_PART = 'ledger.sqlite';
export const VAULT_PART = 'vault.sqlite';
export const EVIDENCE_PARTS = 'evidence';
export const MANIFEST_PART = 'manifest.json';

/** What a backup says of itself, beside its parts. */
export interface BackupManifest {
  readonly format: typeof BACKUP_FORMAT | typeof BACKUP_FORMAT_WITHOUT_EVIDENCE;
  readonly madeAt: string;
  readonly ledgerId: string;
  readonly demonstration: boolean;
  readonly epoch: number;
  readonly lastOrdinal: number;
  readonly lastEventHash: string;
  readonly parts: readonly BackupPart[];
}

export interface BackupPart {
  readonly name: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** Why a backup is not made. */
const BACKUP_CODES = {
  BACKUP_PATH_RELATIVE: {
    fr: 'Donnez le chemin absolu du fichier de sauvegarde, sur la machine du serveur.',
    en: 'Give the absolute path of the backup file, on the machine of the server.',
  },
  BACKUP_FILE_EXISTS: {
    fr: 'Ce fichier existe déjà : une sauvegarde n’en remplace jamais une autre.',
    en: 'This file exists already: a backup never replaces another.',
  },
  BACKUP_FOLDER_UNUSABLE: {
    fr: 'Le dossier de ce fichier n’existe pas, ou le serveur ne peut pas y écrire.',
    en: 'The folder of this file does not exist, or the server cannot write in it.',
  },
  BACKUP_BY_EVENT_STORE: {
    fr: 'Ce registre est dans EventStoreDB, qui a sa propre sauvegarde : faites-la d’abord, puis copiez le dossier evidence et vault.sqlite pendant que Minutier est arrêté.',
    en: 'This ledger is in EventStoreDB, which has a backup of its own: make that first, then copy the folder evidence and vault.sqlite while Minutier is stopped.',
  },
} satisfies Readonly<Record<string, Wording>>;

function refused(code: keyof typeof BACKUP_CODES): CommandRefused {
  return new CommandRefused(code, BACKUP_CODES[code], '/file');
}

/**
 * Copies ledger, files of evidence and vault, online, into one file, in this order: a file that a copied event names is
 * in it, and every key that a copied event or file uses. The master key is never in a backup. Throws CommandRefused.
 */
export async function makeBackup(
  { store, vault, evidence }: Pick<OpenedLedger, 'store' | 'vault' | 'evidence'>,
  file: string,
  progress: (step: string) => void = () => {},
): Promise<BackupManifest> {
  if (!(store instanceof SqliteEventStore)) throw refused('BACKUP_BY_EVENT_STORE');
  if (!isAbsolute(file)) throw refused('BACKUP_PATH_RELATIVE');
  if (await stat(file).catch(() => undefined)) throw refused('BACKUP_FILE_EXISTS');
  const draft = await mkdtemp(join(dirname(file), '.minutier-backup-')).catch(() => {
    throw refused('BACKUP_FOLDER_UNUSABLE');
  });
  try {
    progress('copying the ledger');
    await store.backup(join(draft, LEDGER_PART));
    const end = await endOf(join(draft, LEDGER_PART));
    progress('copying the files of evidence');
    const files = (await evidence.backup(join(draft, EVIDENCE_PARTS))).map((path) => `${EVIDENCE_PARTS}/${path}`);
    progress('copying the vault');
    await vault.backup(join(draft, VAULT_PART));
    progress('packing');
    const parts: BackupPart[] = [];
    for (const name of [LEDGER_PART, VAULT_PART, ...files]) parts.push(await partOf(draft, name));
    const manifest: BackupManifest = { format: BACKUP_FORMAT, madeAt: new Date().toISOString(), ...end, parts };
    await writeFile(join(draft, MANIFEST_PART), `${JSON.stringify(manifest, null, 2)}\n`);
    const packed = join(draft, 'packed');
    await create({ gzip: { level: 6 }, cwd: draft, file: packed, mode: 0o600, portable: true }, [
      MANIFEST_PART,
      LEDGER_PART,
      VAULT_PART,
      ...(files.length > 0 ? [EVIDENCE_PARTS] : []),
    ]);
    await flush(packed);
    await rename(packed, file);
    await flush(dirname(file));
    return manifest;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The end of a copied ledger, and what its own stream says of it. */
export async function endOf(
  ledgerFile: string,
): Promise<Pick<BackupManifest, 'ledgerId' | 'demonstration' | 'epoch' | 'lastOrdinal' | 'lastEventHash'>> {
  await access(ledgerFile);
  const copy = await SqliteEventStore.open(ledgerFile);
  try {
    const last = await lastOf(copy);
    const [founded] = await copy.readLog(null, 1);
    const own = founded?.type === 'LedgerFounded' ? await copy.readStream(founded.stream) : [];
    if (!last || own.length === 0) throw new LedgerCorrupted('the copy holds no founded ledger');
    const { ledgerId, demonstration } = own[0]!.data as { ledgerId: string; demonstration: boolean };
    const { epoch = 1 } = own.at(-1)!.data as { epoch?: number };
    return { ledgerId, demonstration, epoch, lastOrdinal: last.ordinal, lastEventHash: eventHash(last.event) };
  } finally {
    await copy.close();
  }
}

/** In the embedded store, and there only, a position is the event's ordinal. */
async function lastOf(store: EventStore): Promise<{ ordinal: number; event: StoredEvent } | undefined> {
  const count = await store.countAfter(null, Number.MAX_SAFE_INTEGER);
  const [event] = await store.readLog(count > 1 ? String(count - 2) : null, 1);
  return event && { ordinal: count - 1, event };
}

/** Size and SHA-256 of a part, read as a stream: a ledger may be larger than memory. */
export async function partOf(folder: string, name: string): Promise<BackupPart> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  for await (const chunk of createReadStream(join(folder, name)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    sizeBytes += chunk.length;
  }
  return { name, sizeBytes, sha256: hash.digest('hex') };
}

/** Puts a file, or a folder's list of names, on the disk. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
