/** A fault of the ledger. `code` is stable; `retryable` says whether the same command may be sent again. */
export abstract class LedgerFault extends Error {
  abstract readonly code: string;
  abstract readonly retryable: boolean;
}

/** The stream is not at the revision that the caller named. Read again, decide again. Nothing was written. */
export class RevisionConflict extends LedgerFault {
  readonly code = 'REVISION_CONFLICT';
  readonly retryable = true;
  constructor(
    readonly stream: string,
    readonly expected: number | 'absent' | 'present',
    readonly actual: number | 'absent',
  ) {
    super(`${stream} is at ${actual}, not at ${expected}`);
  }
}

/** The store did not take the write in time or cannot be reached. The same command id may be sent again: it has effect once. */
export class StoreUnavailable extends LedgerFault {
  readonly code = 'STORE_UNAVAILABLE';
  readonly retryable = true;
}

/** Too many writers met on one stream. Send the same command again a little later. */
export class StreamContended extends LedgerFault {
  readonly code = 'STREAM_CONTENDED';
  readonly retryable = true;
}

/** An event above 48 KiB or an append above 768 KiB. Nothing was written; the command must be made smaller. */
export class AppendTooLarge extends LedgerFault {
  readonly code = 'APPEND_TOO_LARGE';
  readonly retryable = false;
}

/** Another process writes this ledger's file. Write through it, or end it first. */
export class LedgerInUse extends LedgerFault {
  readonly code = 'LEDGER_IN_USE';
  readonly retryable = false;
}

/** What was read cannot be what was written. Stop writing and call for help. */
export class LedgerCorrupted extends LedgerFault {
  readonly code = 'LEDGER_CORRUPTED';
  readonly retryable = false;
}

/** An event of a type or version that this process does not know: it is too old and must touch nothing. */
export class UnknownEvent extends LedgerFault {
  readonly code = 'UNKNOWN_EVENT';
  readonly retryable = false;
  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`event ${type} v${version} is unknown to this version of Minutier: upgrade it`);
  }
}

/** The command id already stands in this stream under another content. Give the new command an id of its own. */
export class CommandIdReused extends LedgerFault {
  readonly code = 'COMMAND_ID_REUSED';
  readonly retryable = false;
}

/** The domain says no. `because` is read by a registrar, in French and in English. */
export class CommandRefused extends Error {
  readonly retryable = false;
  constructor(
    readonly code: string,
    readonly because: Wording,
    readonly pointer: string | undefined,
  ) {
    super(`${code}: ${because.en}`);
  }
}

/** One sentence in both languages of the screens. */
export interface Wording {
  readonly fr: string;
  readonly en: string;
}

/** Ends an exhaustive switch: an unknown fact stops us instead of vanishing. */
export function unreachable(value: never): never {
  throw new LedgerCorrupted(`not foreseen: ${JSON.stringify(value).slice(0, 80)}`);
}
