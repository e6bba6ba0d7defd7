import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { KEY_CLASSES, splitStreamName } from '@minutier/ledger';
import type { KeysDestroyed } from '@minutier/person';
import { SqliteEventStore } from '@minutier/storage';
import type { DestroyedKey } from '@minutier/vault';

import { endOf, LEDGER_PART } from '../../api/src/index.js';
import { CommandFailed } from './failure.js';

const PAGE = 1_000;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Every key that a ledger says was destroyed. */
export async function destroyedInLedger(file: string): Promise<DestroyedKey[]> {
  const store = await SqliteEventStore.open(file);
  try {
    const destroyed: DestroyedKey[] = [];
    for (let after: string | null = null; ;) {
      const events = await store.readLog(after, PAGE);
      for (const { type, stream, data, meta } of events) {
        if (type !== 'KeysDestroyed') continue;
        const { keyIds, classes } = data as KeysDestroyed['data'];
        const { id: personId } = splitStreamName(stream);
        for (const [place, keyId] of keyIds.entries())
          destroyed.push({ keyId, personId, keyClass: classes[place]!, destroyedAt: meta.recordedAt });
      }
      if (events.length < PAGE) return destroyed;
      after = events.at(-1)!.position;
    }
  } finally {
    await store.close();
  }
}

/**
 * Keys destroyed since a backup was made, by what is left of the ledger that it stands in for: its data folder, or the
 * list that `GET /api/v1/destroyed-keys` gave.
 */
export async function destroyedSince(path: string, ledgerId: string): Promise<DestroyedKey[]> {
  if (!existsSync(path)) throw new CommandFailed(`${path} does not exist.`);
  if (!(await stat(path)).isDirectory()) return listedIn(path);
  const ledger = join(path, LEDGER_PART);
  if (!existsSync(ledger)) throw new CommandFailed(`${path} holds no ledger: it should be the former data folder.`);
  const former = await endOf(ledger);
  if (former.ledgerId !== ledgerId)
    throw new CommandFailed(`${path} holds ledger ${former.ledgerId}; the backup is of ${ledgerId}.`);
  return destroyedInLedger(ledger);
}

async function listedIn(file: string): Promise<DestroyedKey[]> {
  try {
    const { items } = JSON.parse(await readFile(file, 'utf8')) as { items: unknown[] };
    return items.map(line);
  } catch (error) {
    throw new CommandFailed(`${file} is no list of destroyed keys.`, 1, { cause: error });
  }
}

function line(item: unknown): DestroyedKey {
  const { keyId, personId, keyClass, destroyedAt } = item as DestroyedKey;
  const isLine =
    ID.test(keyId) && ID.test(personId) && KEY_CLASSES.includes(keyClass) && typeof destroyedAt === 'string';
  if (!isLine) throw new TypeError('a line of the list is malformed');
  return { keyId, personId, keyClass, destroyedAt };
}
