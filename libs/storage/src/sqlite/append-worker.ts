import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';

import type { AppendOutcome, AppendRequest, WorkerRequest } from './append-protocol.js';

/**
 * The one writer of a ledger's file, off the main thread. All requests that wait when it wakes become one
 * transaction, so that one flush of the disk serves many writers (group commit). Revisions are checked before
 * anything is inserted: a refused request never undoes its neighbours.
 */
const { file, busyTimeoutMs } = workerData as { file: string; busyTimeoutMs: number };
const port = parentPort!;
const database = new Database(file, { timeout: busyTimeoutMs });
// A reopened WAL file starts at NORMAL, which may lose what was acknowledged: FULL at every open.
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.pragma('wal_autocheckpoint = 4000');
database.exec(`
  CREATE TABLE IF NOT EXISTS streams (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS events (
    ordinal INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL REFERENCES streams (number),
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    data TEXT NOT NULL,
    meta TEXT NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS events_by_stream ON events (stream, revision);
`);

const HEADS_MAX = 100_000;
const heads = new Map<string, { number: number; revision: number }>();
const streamByName = database.prepare<[string], { number: number }>('SELECT number FROM streams WHERE name = ?');
const lastRevision = database.prepare<[number], { revision: number | null }>(
  'SELECT max(revision) AS revision FROM events WHERE stream = ?',
);
const insertStream = database.prepare('INSERT INTO streams (name) VALUES (?)');
const insertEvent = database.prepare(
  'INSERT INTO events (ordinal, stream, revision, id, type, version, data, meta) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
);
const idsFrom = database.prepare<[number, number, number], { id: string }>(
  'SELECT id FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?',
);
const revisionOf = database.prepare<[number, string], { revision: number }>(
  'SELECT revision FROM events WHERE stream = ? AND id = ? ORDER BY revision LIMIT 1',
);
let nextOrdinal =
  (database.prepare<[], { last: number | null }>('SELECT max(ordinal) AS last FROM events').get()!.last ?? -1) + 1;

/** Head of a stream; number 0 for one that does not exist yet. */
function headOf(name: string): { number: number; revision: number } {
  const cached = heads.get(name);
  if (cached) return cached;
  const row = streamByName.get(name);
  const head = row
    ? { number: row.number, revision: lastRevision.get(row.number)!.revision ?? -1 }
    : { number: 0, revision: -1 };
  if (heads.size >= HEADS_MAX) heads.clear();
  heads.set(name, head);
  return head;
}

function write({ request, stream, expected, events }: AppendRequest): AppendOutcome {
  const head = headOf(stream);
  const actual = head.revision === -1 ? 'absent' : head.revision;
  const matches = expected === 'present' ? head.revision >= 0 : actual === expected;
  if (!matches) {
    const repeated = repeatedAt(head, expected, events);
    if (repeated !== undefined) return { request, revision: repeated };
    return { request, conflict: actual };
  }
  if (expected === 'present') {
    const standing = revisionOf.get(head.number, events[0]!.id);
    if (standing) return { request, revision: standing.revision + events.length - 1 };
  }
  if (head.number === 0) head.number = Number(insertStream.run(stream).lastInsertRowid);
  const ordinal = nextOrdinal;
  for (const { id, type, version, data, meta } of events) {
    head.revision += 1;
    insertEvent.run(nextOrdinal, head.number, head.revision, id, type, version, data, meta);
    nextOrdinal += 1;
  }
  return { request, revision: head.revision, ordinal };
}

/** The revision of the first answer when these very events already stand just after the expected revision. */
function repeatedAt(
  head: { number: number; revision: number },
  expected: AppendRequest['expected'],
  events: AppendRequest['events'],
): number | undefined {
  if (expected === 'present' || head.number === 0) return undefined;
  const first = expected === 'absent' ? 0 : expected + 1;
  const standing = idsFrom.all(head.number, first, events.length);
  const same = standing.length === events.length && standing.every(({ id }, index) => id === events[index]!.id);
  return same ? first + events.length - 1 : undefined;
}

/** Writes a batch in one transaction; a fault of the disk leaves nothing of it and is told to each of its callers. */
function commit(batch: readonly AppendRequest[]): AppendOutcome[] {
  const ordinalBefore = nextOrdinal;
  try {
    database.exec('BEGIN IMMEDIATE');
    const outcomes = batch.map(write);
    database.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    heads.clear();
    nextOrdinal = ordinalBefore;
    const { code = '', message = String(error) } = error as { code?: string; message?: string };
    const fault = { code, message };
    return batch.map(({ request }) => ({ request, fault }));
  }
}

port.on('message', (first: WorkerRequest) => {
  const batch: AppendRequest[] = [];
  let closing = false;
  for (
    let message: WorkerRequest | undefined = first;
    message;
    message = receiveMessageOnPort(port)?.message as WorkerRequest | undefined
  ) {
    if ('close' in message) closing = true;
    else batch.push(...message.appends);
  }
  if (batch.length > 0) port.postMessage({ outcomes: commit(batch) });
  if (closing) {
    database.close();
    port.postMessage({ closed: true });
    port.close();
  }
});
port.postMessage({
  ready: {
    journalMode: database.pragma('journal_mode', { simple: true }) as string,
    synchronous: database.pragma('synchronous', { simple: true }) as number,
  },
});
