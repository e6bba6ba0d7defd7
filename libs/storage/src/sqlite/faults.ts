import { LedgerCorrupted, type LedgerFault, StoreUnavailable } from '@minutier/ledger';

/** What a fault of SQLite is to a caller: damaged bytes are an alarm; a full disk, a lock or an I/O error may pass. */
export function storeFault(error: unknown, sentence: string): LedgerFault {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const damaged = /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code) || error instanceof SyntaxError;
  // A text that fails to parse is repeated by its error: what stands in an event is never told.
  const told = error instanceof SyntaxError ? sentence : `${sentence}: ${message}`;
  return damaged ? new LedgerCorrupted(told) : new StoreUnavailable(told, { cause: error });
}
