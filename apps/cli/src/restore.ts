import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { Command } from 'commander';
import { extract } from 'tar';

import { recordRestore, systemClock } from '@minutier/ledger';
import { SqliteEventStore } from '@minutier/storage';
import { Vault } from '@minutier/vault';

import {
  BACKUP_FORMAT,
  BACKUP_FORMAT_WITHOUT_EVIDENCE,
  type BackupManifest,
  type Configuration,
  endOf,
  EVIDENCE_PARTS,
  filesOf,
  LEDGER_PART,
  MANIFEST_PART,
  partOf,
  resumedClock,
  VAULT_PART,
} from '../../api/src/index.js';
import { destroyedInLedger, destroyedSince } from './destroyed-keys.js';
import { CommandFailed } from './failure.js';
import { act, type Surroundings } from './run-command.js';

/** Where a backup is unpacked and checked, within the data folder; what an interrupted restore left there is removed. */
const STAGING = '.restoring';
const PARTS = [MANIFEST_PART, LEDGER_PART, VAULT_PART];
/** Files of evidence stand by candidacy; nothing else is taken out of an archive, whatever it holds. */
const EVIDENCE_PART = new RegExp(`^${EVIDENCE_PARTS}/[0-9a-f-]{36}/[0-9a-f-]{36}$`);
const isPart = (path: string) => PARTS.includes(path) || EVIDENCE_PART.test(path);

/** `minutier restore FILE`: lets a ledger go on from a backup, in a new epoch. */
export function restoreCommand(): Command {
  const command = new Command('restore')
    .description('let the ledger go on from a backup, in an empty data folder that holds its master key')
    .argument('<file>', 'a file made by "minutier backup"')
    .option(
      '--destroyed <path>',
      'keys destroyed since the backup, to be destroyed again: the former data folder, or what GET /api/v1/destroyed-keys answered',
    );
  return act(command, restore);
}

async function restore(
  { terminal, configuration: read }: Surroundings,
  given: string,
  { destroyed }: { destroyed?: string },
): Promise<undefined> {
  const configuration = read();
  const file = resolve(given);
  if (configuration.store.kind !== 'sqlite') {
    throw new CommandFailed(
      'EventStoreDB restores its own backups: do that first, then put the folder evidence and vault.sqlite into the data folder.',
    );
  }
  await refuseUnlessReady(configuration, file);
  const staging = join(configuration.dataFolder, STAGING);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  try {
    terminal.note('unpacking…');
    await unpack(file, staging);
    terminal.note('checking digests and the last event…');
    const manifest = await checked(staging, file);
    const destroyedKeys = await destroyAgain(configuration, staging, manifest, destroyed);
    const epoch = await enterNewEpoch(staging, manifest);
    await putInPlace(configuration, staging);
    const { ledgerId, lastOrdinal } = manifest;
    terminal.result(
      { dataFolder: configuration.dataFolder, ledgerId, epoch, backupOrdinal: lastOrdinal, destroyedKeys },
      () =>
        [
          `Ledger ${ledgerId} goes on in ${configuration.dataFolder}, in epoch ${epoch}, from event ${lastOrdinal} of the backup.`,
          'Read models are made anew when it is served next. Events recorded after the backup are not in it.',
          `Keys that stay destroyed: ${destroyedKeys}.`,
        ].join('\n'),
    );
  } finally {
    // An archive that ends too early leaves a part that is still being written: the folder is empty a moment later.
    await rm(staging, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  return undefined;
}

/** Only into a folder that holds nothing but the master key: a restore never replaces a ledger. */
async function refuseUnlessReady({ dataFolder, masterKeyFile }: Configuration, file: string): Promise<void> {
  if (!existsSync(file)) throw new CommandFailed(`${file} does not exist.`);
  const allowed = [masterKeyFile, join(dataFolder, STAGING)];
  const held = existsSync(dataFolder) ? await readdir(dataFolder) : [];
  const standing = held.find((name) => !allowed.includes(join(dataFolder, name)));
  if (standing !== undefined) {
    throw new CommandFailed(
      `${dataFolder} is not empty (it holds ${standing}): restore into a new folder, so that nothing is replaced.`,
    );
  }
  if (!existsSync(masterKeyFile)) {
    throw new CommandFailed(
      `The master key is not at ${masterKeyFile}: put the copy that you kept apart there, or name it with MINUTIER_MASTER_KEY_FILE.`,
    );
  }
}

async function unpack(file: string, staging: string): Promise<void> {
  try {
    await extract({ file, cwd: staging, strict: true, filter: isPart, preserveOwner: false });
  } catch (error) {
    throw new CommandFailed(`${file} is no backup of Minutier, or is damaged: it cannot be unpacked.`, 1, {
      cause: error,
    });
  }
  if (PARTS.some((name) => !existsSync(join(staging, name)))) {
    throw new CommandFailed(`${file} is no backup of Minutier: it must hold ${PARTS.join(', ')}.`);
  }
}

/** Throws unless every part has the digest, and the ledger the last event, that the manifest says. */
async function checked(staging: string, file: string): Promise<BackupManifest> {
  const manifest = manifestFrom(await readFile(join(staging, MANIFEST_PART), 'utf8'));
  if (!manifest) throw new CommandFailed(`${file} is of a form that this version of Minutier does not know.`);
  const names = new Set([LEDGER_PART, VAULT_PART, ...manifest.parts.map(({ name }) => name)]);
  for (const name of names) {
    const said = manifest.parts.find((part) => part.name === name);
    const isThere = isPart(name) && existsSync(join(staging, name));
    if (!isThere || said?.sha256 !== (await partOf(staging, name)).sha256) {
      throw new CommandFailed(`${file} is damaged: ${name} has not the digest that the manifest gives.`);
    }
  }
  const end = await endOf(join(staging, LEDGER_PART));
  const agrees =
    end.ledgerId === manifest.ledgerId &&
    end.lastOrdinal === manifest.lastOrdinal &&
    end.lastEventHash === manifest.lastEventHash;
  if (!agrees) throw new CommandFailed(`${file} is damaged: its last event is not the one that the manifest names.`);
  return manifest;
}

function manifestFrom(text: string): BackupManifest | undefined {
  try {
    const manifest = JSON.parse(text) as BackupManifest;
    const isKnown = [BACKUP_FORMAT, BACKUP_FORMAT_WITHOUT_EVIDENCE].includes(manifest.format);
    return isKnown && Array.isArray(manifest.parts) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Destroys in the unpacked vault every key that the unpacked ledger, or what is left of the former one, says was
 * destroyed, and answers how many there are: a restore brings nobody back. Throws MasterKeyRefused where the vault was
 * made under another key.
 */
async function destroyAgain(
  { masterKeyFile }: Configuration,
  staging: string,
  { ledgerId }: BackupManifest,
  since: string | undefined,
): Promise<number> {
  const vault = await Vault.open({ file: join(staging, VAULT_PART), masterKeyFile, ledgerId });
  try {
    const former = since === undefined ? [] : await destroyedSince(resolve(since), ledgerId);
    await vault.replayDestructions([...(await destroyedInLedger(join(staging, LEDGER_PART))), ...former]);
    return (await vault.destroyedKeys()).length;
  } finally {
    await vault.close();
  }
}

/** Records the restore in the unpacked ledger, so that the one put in place has it from its first moment. */
async function enterNewEpoch(staging: string, { lastOrdinal, lastEventHash, demonstration }: BackupManifest) {
  const store = await SqliteEventStore.open(join(staging, LEDGER_PART));
  try {
    const clock = demonstration ? await resumedClock(store) : systemClock;
    return await recordRestore(store, clock, { backupOrdinal: lastOrdinal, backupEventHash: lastEventHash });
  } finally {
    await store.close();
  }
}

/** The ledger comes last: once it is there the restore is done. */
async function putInPlace(configuration: Configuration, staging: string): Promise<void> {
  const files = filesOf(configuration);
  await putDatabase(join(staging, VAULT_PART), files.vault);
  const evidence = join(staging, EVIDENCE_PARTS);
  if (existsSync(evidence)) {
    for (const path of await readdir(evidence, { recursive: true })) await sync(join(evidence, path));
    await sync(evidence);
    await rename(evidence, files.evidence);
  }
  await putDatabase(join(staging, LEDGER_PART), files.ledger);
  await sync(configuration.dataFolder);
}

async function putDatabase(unpacked: string, file: string): Promise<void> {
  // What SQLite has not yet moved from its log into the file goes with it, and first.
  for (const suffix of ['-wal', '']) {
    if (!existsSync(`${unpacked}${suffix}`)) continue;
    await sync(`${unpacked}${suffix}`);
    await rename(`${unpacked}${suffix}`, `${file}${suffix}`);
  }
}

/** Puts a file, or a folder's list of names, on the disk. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
