import type { EvaluationKind, Route } from './framework.events.js';
import type { COUNTING_ATTEMPTS, MissingPolicy, ROUNDING_MODES } from './rules-policies.js';

export type SubstituteLineAdopted = {
  type: 'SubstituteLineAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly line: string;
    readonly labelExact: string;
    readonly kind: EvaluationKind;
    readonly work: 'individual' | 'group' | 'both' | 'unspecified';
    readonly written: boolean | null;
    readonly oral: boolean | null;
    readonly replaces: {
      readonly level: 'block' | 'function' | 'modality';
      readonly codes: readonly string[];
    };
    readonly routes: readonly Route[];
    readonly scale: string;
    readonly coefficient: string;
    readonly floor: string | null;
    readonly missing: MissingPolicy;
    readonly justifiedAbsence: MissingPolicy;
    readonly unjustifiedAbsence: MissingPolicy;
    readonly countingAttempt: (typeof COUNTING_ATTEMPTS)[number];
    readonly expectedOccurrences: number | null;
  };
};

export type BlockRuleAdopted = {
  type: 'BlockRuleAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly block: string;
    readonly threshold: string;
    readonly functionFloor: string | null;
    readonly compensable: boolean;
  };
};

export type AttemptRuleAdopted = {
  type: 'AttemptRuleAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly modality: string | null;
    readonly attemptsMax: number | null;
    readonly resitCap: string | null;
    readonly withoutFirstAttempt: boolean;
  };
};

export type MarkingRuleAdopted = {
  type: 'MarkingRuleAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly modality: string | null;
    readonly assessorsMin: number;
    readonly blind: boolean;
    readonly gapMax: string | null;
  };
};

export type CompanyPeriodAdopted = {
  type: 'CompanyPeriodAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly routes: readonly Route[];
    readonly daysMin: number;
    readonly consequence: 'warns' | 'blocks';
  };
};

export type GridAdopted = {
  type: 'GridAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly gridId: string;
    readonly gridVersion: number;
    readonly labelExact: string;
    readonly modalities: readonly string[];
    readonly aggregation: 'weighted-mean' | 'sum' | null;
    readonly rounding: {
      readonly mode: (typeof ROUNDING_MODES)[number];
      readonly step: string;
    } | null;
    readonly criteria: readonly {
      readonly code: string;
      readonly labelExact: string;
      readonly competencies: readonly string[];
      readonly scale: string;
      readonly coefficient: string;
    }[];
  };
};

export type JuryProfileAdopted = {
  type: 'JuryProfileAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly profile: string;
    readonly legalBasis: string | null;
    readonly routes: readonly Route[];
    readonly journeyFrom: string | null;
    readonly journeyUntil: string | null;
    readonly juryKinds: readonly ('certification' | 'corrective')[];
    readonly seats: readonly {
      readonly role: string;
      readonly count: number;
      readonly professional: boolean;
    }[];
    readonly membersMin: number;
    readonly professionalsMin: number;
    readonly professionalShareMin: string;
    readonly externalShareMin: string;
    readonly balanceRequired: boolean;
    readonly presidentRequired: boolean;
    readonly presidentRole: string | null;
    readonly proxiesPerJurorMax: number;
    readonly majority: 'absolute-present' | 'absolute-present-or-represented' | 'simple';
    readonly castingVote: boolean;
    readonly adviceRequired: boolean;
  };
};

export type LinkConsequenceAdopted = {
  type: 'LinkConsequenceAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly profile: string;
    readonly link:
      | 'trainer'
      | 'tutor'
      | 'employer'
      | 'colleague'
      | 'relative'
      | 'accompanied'
      | 'head-of-programme'
      | 'assessed'
      | 'other';
    readonly consequence: 'excluded-from-jury' | 'excluded-from-case' | 'none';
  };
};

export type DecisionLegendAdopted = {
  type: 'DecisionLegendAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly code: string;
    readonly labelExact: string;
    readonly position: number;
    readonly adds: boolean;
    readonly outcome: 'admitted' | 'not-admitted' | 'pending' | 'annulled' | null;
    readonly presence: 'present' | 'defaulted' | 'withdrawn' | null;
    readonly blocksValidated: 'all' | 'some' | 'none' | null;
    readonly byJury: boolean | null;
    readonly resit: 'authorised' | 'refused' | null;
  };
};

export type DeadlineAdopted = {
  type: 'DeadlineAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly duty:
      | 'appeal'
      | 'notification'
      | 'vae-jury'
      | 'vae-notification'
      | 'resit-notice'
      | 'registry-transmission'
      | 'data-request'
      | 'retention';
    readonly subject: string | null;
    readonly amount: number;
    readonly unit: 'days' | 'months' | 'years';
    readonly startsFrom:
      | 'decision'
      | 'publication'
      | 'notification'
      | 'file-filed'
      | 'delivery'
      | 'session-closed'
      | 'request'
      | 'appeal-deadline';
    readonly countsFrom: 'sending' | 'receipt';
  };
};

export type PaperAdopted = {
  type: 'PaperAdopted';
  data: {
    readonly rulesId: string;
    readonly version: number;
    readonly paper:
      'certificate' | 'block-attestation' | 'partial-certificate' | 'transcript' | 'notification' | 'minutes';
    readonly issued: boolean;
    readonly blocks: readonly string[];
    readonly numbering: string | null;
  };
};

/** What is adopted beside a version's header, each an event of its own in the same append. */
export type RulesItem =
  | SubstituteLineAdopted
  | BlockRuleAdopted
  | AttemptRuleAdopted
  | MarkingRuleAdopted
  | CompanyPeriodAdopted
  | GridAdopted
  | JuryProfileAdopted
  | LinkConsequenceAdopted
  | DecisionLegendAdopted
  | DeadlineAdopted
  | PaperAdopted;
