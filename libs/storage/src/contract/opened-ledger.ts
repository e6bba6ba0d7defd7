import type { EventStore } from '@minutier/ledger';

/** A new, empty ledger of the store under test. */
export interface OpenedLedger {
  readonly store: EventStore;
  /** Closes the store and opens the same ledger again, as a process that starts anew. */
  reopen(): Promise<EventStore>;
  close(): Promise<void>;
}

export type OpenLedger = () => Promise<OpenedLedger>;
