/** What a statement's parameter may be. */
export type Parameter = string | number | null;

/** A statement of the batch, by its number, and its parameters. */
export type Step = readonly [statement: number, ...parameters: Parameter[]];

/** Steps on their way to the writing thread, done in their order and in one transaction. `request` numbers them within the process. */
export interface WriteRequest {
  readonly request: number;
  /** Each statement once: a batch repeats the same few. */
  readonly statements: readonly string[];
  readonly steps: readonly Step[];
}

export type WriterRequest = WriteRequest | { readonly close: true };

/** What became of the steps: all of them stand or, with a fault, none. */
export interface WriteOutcome {
  readonly request: number;
  /** `code` is SQLite's, where the fault is. */
  readonly fault?: { readonly code: string | undefined; readonly message: string };
}
