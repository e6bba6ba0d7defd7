import type { Rules } from '@minutier/framework';

import type { ExactDecimal } from './exact-mean.js';
import type { CountedEvaluation, ModalityResult, TranscriptReason } from './modality-result.js';

export interface FunctionResult {
  readonly code: string;
  readonly label: string;
  readonly coefficient: string;
  readonly standing: 'obtained' | 'below' | 'open' | 'neutral';
  readonly result: string | null;
  readonly reasons: readonly TranscriptReason[];
  /** Recognised by an equivalence, as a whole or line by line. Since calculation 2. */
  readonly covered?: boolean;
  /** The rules' own lines that stand for the whole function on this route. Since calculation 2. */
  readonly substitutes?: readonly ModalityResult[];
  readonly modalities: readonly ModalityResult[];
}

export interface BlockResult {
  readonly code: string;
  readonly label: string;
  readonly tableNumber: number | null;
  readonly coefficient: string;
  readonly result: string | null;
  /** What the rules propose; the jury decides. */
  readonly proposed: 'validated' | 'not-validated' | 'open';
  /** Where it comes from: assessed in this candidacy, kept from before, or recognised. Since calculation 2. */
  readonly origin?: 'session' | 'kept' | 'equivalence';
  readonly reasons: readonly TranscriptReason[];
  /** The rules' own lines that stand for the whole block on this route. Since calculation 2. */
  readonly substitutes?: readonly ModalityResult[];
  readonly functions: readonly FunctionResult[];
}

/** A part with its exact value, for the mean of what it belongs to. */
export interface Valued<Shown> {
  readonly shown: Shown;
  readonly value: ExactDecimal | undefined;
  readonly weight: string;
}

/** What stands for a part of the framework without a mark. */
export interface Covers {
  readonly equivalences: readonly { readonly level: 'block' | 'function' | 'modality'; readonly code: string }[];
  /** Blocks that the person holds for life and that were carried over. */
  readonly carriedBlocks: readonly string[];
}

export const NO_COVERS: Covers = { equivalences: [], carriedBlocks: [] };

/** What the calculation is made on. */
export interface CandidacyMarks {
  readonly route: string;
  readonly evaluations: readonly CountedEvaluation[];
  readonly covers?: Covers;
}

/** What a candidacy has obtained under one version of the rules, by one version of the calculation. */
export interface TranscriptResults {
  readonly calculation: number;
  readonly framework: { readonly number: string; readonly version: number };
  readonly rules: { readonly id: string; readonly version: number };
  readonly referenceScale: string;
  readonly blocks: readonly BlockResult[];
  readonly overall: string | null;
  readonly mention: string | null;
  /** By axis: outcome, blocks, and whether the partial clause (A12, in the reading adopted) allows a partial certification. */
  readonly proposed: {
    readonly outcome: 'admitted' | 'partial' | 'not-admitted' | 'open';
    readonly validatedBlocks: readonly string[];
    readonly partialReading: Rules['partialReading'];
    /** What may be sat again: evaluations below the threshold of a block that is not validated. Since calculation 2. */
    readonly resits?: readonly { readonly modality: string; readonly occurrence: number }[];
  };
  /** Everything that is still missing, in the order of the fiche. */
  readonly missing: readonly TranscriptReason[];
  /** What concerns the title as a whole: a period in company that is too short. Since calculation 2. */
  readonly reasons?: readonly TranscriptReason[];
}
