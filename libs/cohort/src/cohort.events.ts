import type { EventTypes } from '@minutier/ledger';
import type { FrameworkReference, RulesReference } from '@minutier/framework';

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
export type CohortEvent = CohortOpened | SessionOpened;

export const cohortTypes: EventTypes<CohortEvent> = { CohortOpened: { version: 1 }, SessionOpened: { version: 1 } };
