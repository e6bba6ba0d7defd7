import type { EventTypes } from '@minutier/ledger';
import type { Authority, FrameworkReference, Reason, RulesReference } from '@minutier/framework';

export const SESSION_KINDS = ['initial', 're-sit'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

export type CohortOpened = {
  type: 'CohortOpened';
  data: {
    readonly cohortId: string;
    readonly code: string;
    readonly framework: FrameworkReference;
    readonly rules: RulesReference;
    readonly centreId: string | null;
    readonly startsOn: string;
    readonly endsOn: string;
  };
};
export type SessionOpened = {
  type: 'SessionOpened';
  data: { readonly session: number; readonly kind: SessionKind; readonly opensOn: string; readonly closesOn: string };
};

export const RULES_CHANNELS = ['hand-delivery', 'post', 'e-mail', 'portal', 'display'] as const;
export type RulesCommunicated = {
  type: 'RulesCommunicated';
  data: {
    readonly communicationId: string;
    readonly rules: RulesReference;
    readonly channel: (typeof RULES_CHANNELS)[number];
    readonly communicatedOn: string;
    readonly audience: 'whole-cohort' | 'listed';
    readonly document: string | null;
    readonly recipientCount: number;
  };
};

export type CandidacyInformedOfRules = {
  type: 'CandidacyInformedOfRules';
  data: {
    readonly communicationId: string;
    readonly candidacyId: string;
    readonly informedOn: string;
    readonly receipt: string | null;
  };
};

export const RULES_REPINNED_REASONS = [
  'law-changed',
  'error-in-rules',
  'regulator-demand',
  'favourable-to-candidates',
] as const;
export type RulesRepinned = {
  type: 'RulesRepinned';
  data: {
    readonly from: RulesReference;
    readonly to: RulesReference;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof RULES_REPINNED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const FRAMEWORK_REPINNED_REASONS = ['source-misread', 'regulator-demand'] as const;
export type FrameworkRepinned = {
  type: 'FrameworkRepinned';
  data: {
    readonly from: FrameworkReference;
    readonly to: FrameworkReference;
    readonly rules: RulesReference;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof FRAMEWORK_REPINNED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const COHORT_RESCHEDULED_REASONS = ['force-majeure', 'organisation', 'keying-error'] as const;
export type CohortRescheduled = {
  type: 'CohortRescheduled';
  data: {
    readonly from: {
      readonly startsOn: string;
      readonly endsOn: string;
    };
    readonly startsOn: string;
    readonly endsOn: string;
    readonly reason: Reason<(typeof COHORT_RESCHEDULED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const SESSION_RESCHEDULED_REASONS = ['force-majeure', 'organisation', 'keying-error'] as const;
export type SessionRescheduled = {
  type: 'SessionRescheduled';
  data: {
    readonly session: number;
    readonly from: {
      readonly opensOn: string;
      readonly closesOn: string;
    };
    readonly opensOn: string;
    readonly closesOn: string;
    readonly reason: Reason<(typeof SESSION_RESCHEDULED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type SessionClosed = {
  type: 'SessionClosed';
  data: {
    readonly session: number;
    readonly closedOn: string;
  };
};

export const SESSION_REOPENED_REASONS = ['late-mark', 'closed-in-error'] as const;
export type SessionReopened = {
  type: 'SessionReopened';
  data: {
    readonly session: number;
    readonly reason: Reason<(typeof SESSION_REOPENED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type CohortClosed = {
  type: 'CohortClosed';
  data: {
    readonly closedOn: string;
  };
};

export const COHORT_REOPENED_REASONS = ['appeal-upheld', 'closed-in-error'] as const;
export type CohortReopened = {
  type: 'CohortReopened';
  data: {
    readonly reason: Reason<(typeof COHORT_REOPENED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type CohortEvent =
  | CohortOpened
  | SessionOpened
  | RulesCommunicated
  | CandidacyInformedOfRules
  | RulesRepinned
  | FrameworkRepinned
  | CohortRescheduled
  | SessionRescheduled
  | SessionClosed
  | SessionReopened
  | CohortClosed
  | CohortReopened;

export const cohortTypes: EventTypes<CohortEvent> = {
  CohortOpened: { version: 1 },
  SessionOpened: { version: 1 },
  RulesCommunicated: { version: 1 },
  CandidacyInformedOfRules: { version: 1 },
  RulesRepinned: { version: 1 },
  FrameworkRepinned: { version: 1 },
  CohortRescheduled: { version: 1 },
  SessionRescheduled: { version: 1 },
  SessionClosed: { version: 1 },
  SessionReopened: { version: 1 },
  CohortClosed: { version: 1 },
  CohortReopened: { version: 1 },
};
