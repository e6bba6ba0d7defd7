import type { EventTypes } from '@minutier/ledger';

import type { Authority, Reason } from './authority.js';
import type { Route } from './framework.events.js';
import type { FrameworkReference } from './framework-reference.js';
import type { COUNTING_ATTEMPTS, MissingPolicy, ROUNDING_MODES } from './rules-policies.js';
import type { RulesItem } from './rules-items.events.js';

/** A scale of exact decimals: `min`, `max` and `step` are decimals written as strings. */
export interface NumericScale {
  readonly code: string;
  readonly kind: 'numeric';
  readonly min: string;
  readonly max: string;
  readonly step: string;
}

/** A scale of levels; `value` is what a level is worth on the reference scale. */
export interface LevelScale {
  readonly code: string;
  readonly kind: 'level';
  readonly levels: readonly { readonly code: string; readonly label: string; readonly value: string }[];
}

export type Scale = NumericScale | LevelScale;

/** To the nearest multiple of `step`. */
export interface Rounding {
  readonly mode: (typeof ROUNDING_MODES)[number];
  readonly step: string;
}

/** One version of the institution's rules: everything but the modalities' rules, which follow in the same append. */
export interface RulesHeader {
  readonly rulesId: string;
  readonly version: number;
  readonly framework: FrameworkReference;
  readonly authority: Authority;
  readonly adoptedOn: string;
  /** Digest of the text that was adopted; null where only the settings are known. */
  readonly source: { readonly sha256: string; readonly kind: string } | null;
  readonly supersedes: number | null;
  readonly referenceScale: string;
  readonly scales: readonly Scale[];
  readonly rounding: Readonly<Record<'modality' | 'function' | 'block' | 'title', Rounding>>;
  readonly blockRule: { readonly threshold: string; readonly functionFloor: string | null };
  readonly titleRule: {
    readonly everyBlock: boolean;
    readonly compensationBetweenBlocks: boolean;
    readonly threshold: string | null;
  };
  readonly mentions: readonly { readonly code: string; readonly label: string; readonly from: string }[];
  readonly partialReading: 'all-listed' | 'any-listed';
  readonly functionCoefficients: readonly { readonly function: string; readonly coefficient: string }[];
  readonly blockCoefficients: readonly { readonly block: string; readonly coefficient: string }[];
  /** Settings that nobody chose, and the reason of the value they have. */
  readonly defaults: readonly { readonly setting: string; readonly reason: string }[];
  readonly calculation: number;
  /** How many events of each type follow in the same append. */
  readonly items: readonly { readonly type: string; readonly count: number }[];
}

/** How one line of the fiche is assessed. */
export interface ModalityRule {
  readonly modality: string;
  readonly scale: string;
  readonly coefficient: string;
  /** A mark below it leaves the function below, whatever its mean. */
  readonly floor: string | null;
  readonly missing: MissingPolicy;
  readonly justifiedAbsence: MissingPolicy;
  readonly unjustifiedAbsence: MissingPolicy;
  readonly countingAttempt: (typeof COUNTING_ATTEMPTS)[number];
  /** Number of marks expected; the fiche's count, or for uncounted lines (A07) the institution's number. Null: as many as there are. */
  readonly expectedOccurrences: number | null;
  readonly routes: readonly Route[];
}

export type RulesAdopted = { type: 'RulesAdopted'; data: RulesHeader };
export type ModalityRuleAdopted = {
  type: 'ModalityRuleAdopted';
  data: { readonly rulesId: string; readonly version: number } & ModalityRule;
};
export const RULES_RETIRED_REASONS = ['superseded', 'annulled', 'adopted-in-error'] as const;
export type RulesRetired = {
  type: 'RulesRetired';
  data: {
    readonly version: number;
    readonly effectiveOn: string;
    readonly effect: 'no-new-pin' | 'no-new-decision';
    readonly reason: Reason<(typeof RULES_RETIRED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const RULES_REINSTATED_REASONS = ['annulment-quashed', 'decided-in-error'] as const;
export type RulesReinstated = {
  type: 'RulesReinstated';
  data: {
    readonly version: number;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof RULES_REINSTATED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type RulesEvent = RulesAdopted | ModalityRuleAdopted | RulesItem | RulesRetired | RulesReinstated;

export const rulesTypes: EventTypes<RulesEvent> = {
  RulesAdopted: { version: 1 },
  ModalityRuleAdopted: { version: 1 },
  SubstituteLineAdopted: { version: 1 },
  BlockRuleAdopted: { version: 1 },
  AttemptRuleAdopted: { version: 1 },
  MarkingRuleAdopted: { version: 1 },
  CompanyPeriodAdopted: { version: 1 },
  GridAdopted: { version: 1 },
  JuryProfileAdopted: { version: 1 },
  LinkConsequenceAdopted: { version: 1 },
  DecisionLegendAdopted: { version: 1 },
  DeadlineAdopted: { version: 1 },
  PaperAdopted: { version: 1 },
  RulesRetired: { version: 1 },
  RulesReinstated: { version: 1 },
};
