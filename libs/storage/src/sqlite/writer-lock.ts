import Database from 'better-sqlite3';

import { LedgerInUse } from '@minutier/ledger';

/**
 * Takes the right to write a ledger's file, for this process alone, until `release` or the process's end however it
 * ends: the lock is the operating system's, held on a file of its own beside the ledger. Throws LedgerInUse.
 */
export function takeWriterLock(file: string): { release: () => void } {
  const database = new Database(`${file}.lock`, { timeout: 0 });
  try {
    database.pragma('journal_mode = DELETE');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) {
      throw new LedgerInUse(`another process writes ${file}`, { cause: error });
    }
    throw error;
  }
  return { release: () => database.close() };
}
