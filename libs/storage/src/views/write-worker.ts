import { parentPort, workerData } from 'node:worker_threads';

import Database from 'better-sqlite3';

import type { WriteOutcome, WriterRequest, WriteRequest } from './write-protocol.js';

/**
 * The one writer of a file of read models, off the main thread: rows, indexes and the folding of the write-ahead log
 * cost as much as the commands that cause them. It knows statements only, so that what is posted to it is small.
 */
const { file } = workerData as { file: string };
const port = parentPort!;
const database = new Database(file);
// WAL at NORMAL stays consistent after a power cut; what was lost is folded again from the checkpoint.
database.pragma('synchronous = NORMAL');
database.pragma('cache_size = -65536');
// Keys are random: pages touched often are written back once for many commits.
database.pragma('wal_autocheckpoint = 16000');

const prepared = new Map<string, Database.Statement<unknown[]>>();

function statementOf(sql: string): Database.Statement<unknown[]> {
  let statement = prepared.get(sql);
  if (!statement) prepared.set(sql, (statement = database.prepare<unknown[]>(sql)));
  return statement;
}

const write = database.transaction(({ statements, steps }: WriteRequest): void => {
  for (const [number, ...parameters] of steps) {
    const sql = statements[number]!;
    if (parameters.length > 0) statementOf(sql).run(...parameters);
    else {
      // What has no parameter makes or drops tables: nothing that was prepared before outlives it.
      prepared.clear();
      database.exec(sql);
    }
  }
});

function outcomeOf(request: WriteRequest): WriteOutcome {
  try {
    write.immediate(request);
    return { request: request.request };
  } catch (error) {
    const { code, message = String(error) } = error as { code?: string; message?: string };
    return { request: request.request, fault: { code, message } };
  }
}

port.on('message', (request: WriterRequest) => {
  if (!('close' in request)) return port.postMessage(outcomeOf(request));
  database.close();
  port.close();
});
