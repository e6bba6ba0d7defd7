import type { Cast } from './cast.js';
import type { Dice } from './dice.js';

/** One command of the story, for the public API. */
export interface Step {
  /** Its permanent name within the story of its seed. */
  readonly name: string;
  /** Below `/api/v1/`. */
  readonly path: string;
  readonly body: object;
  /** True where reactions bring about more than the command itself records. */
  readonly reacts?: boolean;
}

/** What is recorded on one day, as it is told. */
export interface Chapter {
  readonly day: string;
  readonly title: string;
  /** By whom: the ledger's first registrar makes the institution known, its own registrar does the rest. */
  readonly by: 'first-registrar' | 'registrar';
  readonly steps: readonly Step[];
}

/** What the story needs to know of the fiche that it publishes. */
export interface FicheTold {
  readonly totals: { readonly blocks: number; readonly functions: number; readonly modalityLines: number };
}

/** What the parts of the story are told from. */
export interface Telling {
  readonly seed: number;
  readonly cast: Cast;
  readonly dice: (purpose: string) => Dice;
}
