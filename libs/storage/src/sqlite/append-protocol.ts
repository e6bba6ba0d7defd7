import type { CanonicalEvent, ExpectedRevision } from '@minutier/ledger';

/** One append on its way to the writing thread. `request` numbers it within the process. */
export interface AppendRequest {
  readonly request: number;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly CanonicalEvent[];
}

export type WorkerRequest = { readonly appends: readonly AppendRequest[] } | { readonly close: true };

/** What became of one append: written (or found written), refused for its revision, or failed with nothing written. */
export type AppendOutcome =
  | {
      readonly request: number;
      readonly revision: number;
      /** Of the first event; absent for a repeat. */ readonly ordinal?: number;
    }
  | { readonly request: number; readonly conflict: number | 'absent' }
  | { readonly request: number; readonly fault: { readonly code: string; readonly message: string } };

/** How the file was opened, as its own pragmas answer. */
export interface Durability {
  readonly journalMode: string;
  /** 2 is FULL: what is acknowledged is on the disk. */
  readonly synchronous: number;
}

export type WorkerAnswer =
  { readonly ready: Durability } | { readonly closed: true } | { readonly outcomes: readonly AppendOutcome[] };
