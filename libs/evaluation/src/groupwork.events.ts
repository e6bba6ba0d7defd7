import type { Conduct, Outcome, Result } from '@minutier/candidacy';
import type { RulesReference } from '@minutier/framework';
import type { EventTypes, Sealed } from '@minutier/ledger';

export const DEVIATION_REASONS = ['individual-part', 'absence-from-part', 'leading-part', 'other'] as const;

export type GroupRolePlayAssessed = {
  type: 'GroupRolePlayAssessed';
  data: {
    readonly groupWorkId: string;
    readonly cohortId: string;
    readonly modality: string;
    readonly occurrence: number;
    readonly centreId: string | null;
    readonly heldOn: string;
    readonly result: Result;
    readonly conduct: Conduct;
    readonly facts: { readonly scenarioCode: string; readonly partners: readonly string[] };
    readonly memberCount: number;
    readonly rules: RulesReference;
  };
};
export type GroupWorkLineAssessed = {
  type: 'GroupWorkLineAssessed';
  data: {
    readonly groupWorkId: string;
    /** 1, 2… in the order in which the members were given. */
    readonly line: number;
    readonly candidacyId: string;
    readonly session: number;
    readonly attempt: number;
    readonly outcome: Outcome;
    /** Why this member's result is not the group's; null where it is. */
    readonly deviation: { readonly code: (typeof DEVIATION_REASONS)[number]; readonly text: Sealed | null } | null;
    readonly appreciation: Sealed | null;
    readonly accommodationIds: readonly string[];
  };
};
export type GroupWorkLineReportedRefused = {
  type: 'GroupWorkLineReportedRefused';
  data: { readonly groupWorkId: string; readonly line: number; readonly candidacyId: string; readonly refused: string };
};
export type GroupWorkEvent = GroupRolePlayAssessed | GroupWorkLineAssessed | GroupWorkLineReportedRefused;

export const groupWorkTypes: EventTypes<GroupWorkEvent> = {
  GroupRolePlayAssessed: { version: 1 },
  GroupWorkLineAssessed: { version: 1 },
  GroupWorkLineReportedRefused: { version: 1 },
};
