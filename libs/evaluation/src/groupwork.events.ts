import type { Conduct, Exercise, Outcome, Result } from '@minutier/candidacy';
import type { Authority, Reason, RulesReference } from '@minutier/framework';
import type { EventTypes, Sealed } from '@minutier/ledger';

export const DEVIATION_REASONS = ['individual-part', 'absence-from-part', 'leading-part', 'other'] as const;

/** What every group's work says, whatever its kind; one line per member follows in the same append. */
export interface GroupWorkHeader<Facts> {
  readonly groupWorkId: string;
  readonly cohortId: string;
  readonly modality: string;
  readonly occurrence: number;
  readonly centreId: string | null;
  readonly heldOn: string;
  readonly result: Result;
  readonly conduct: Conduct;
  readonly facts: Facts;
  readonly memberCount: number;
  readonly rules: RulesReference;
}

export interface GroupRolePlayFacts {
  readonly scenarioCode: string;
  readonly partners: readonly string[];
}

export interface GroupProjectFacts {
  readonly projectCode: string;
  readonly tutors: readonly string[];
}

export interface GroupExercisesFacts {
  readonly theme: string;
  readonly exercises: readonly Omit<Exercise, 'work'>[];
}

export type GroupRolePlayAssessed = { type: 'GroupRolePlayAssessed'; data: GroupWorkHeader<GroupRolePlayFacts> };
export type GroupTutoredProjectAssessed = {
  type: 'GroupTutoredProjectAssessed';
  data: GroupWorkHeader<GroupProjectFacts>;
};
export type GroupExercisesAssessed = { type: 'GroupExercisesAssessed'; data: GroupWorkHeader<GroupExercisesFacts> };

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

/** What a file answered with a no, told to the group's work. */
interface ReportedRefused {
  readonly groupWorkId: string;
  readonly line: number;
  readonly candidacyId: string;
  readonly refused: string;
}

export type GroupWorkLineReportedRefused = { type: 'GroupWorkLineReportedRefused'; data: ReportedRefused };
export type GroupWorkVoidingReportedRefused = { type: 'GroupWorkVoidingReportedRefused'; data: ReportedRefused };

export const SETTLEMENTS = ['tried-again', 'recorded-otherwise', 'dropped'] as const;
export const GROUP_WORK_LINE_SETTLED_REASONS = [
  'cause-removed',
  'already-recorded',
  'not-a-member',
  'keyed-on-wrong-candidate',
] as const;
export type GroupWorkLineSettled = {
  type: 'GroupWorkLineSettled';
  data: {
    readonly groupWorkId: string;
    readonly line: number;
    readonly candidacyId: string;
    readonly settlement: (typeof SETTLEMENTS)[number];
    /** The event that states it otherwise. */
    readonly eventId: string | null;
    readonly reason: Reason<(typeof GROUP_WORK_LINE_SETTLED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const GROUP_WORK_VOIDED_REASONS = ['recorded-in-error', 'not-held', 'irregular'] as const;
export type GroupWorkVoided = {
  type: 'GroupWorkVoided';
  data: {
    readonly reason: Reason<(typeof GROUP_WORK_VOIDED_REASONS)[number]>;
    readonly authority: Authority;
    readonly lineCount: number;
  };
};
export type GroupWorkLineVoided = {
  type: 'GroupWorkLineVoided';
  data: { readonly groupWorkId: string; readonly line: number; readonly candidacyId: string };
};

export type GroupWorkEvent =
  | GroupRolePlayAssessed
  | GroupTutoredProjectAssessed
  | GroupExercisesAssessed
  | GroupWorkLineAssessed
  | GroupWorkLineReportedRefused
  | GroupWorkLineSettled
  | GroupWorkVoided
  | GroupWorkLineVoided
  | GroupWorkVoidingReportedRefused;

export const groupWorkTypes: EventTypes<GroupWorkEvent> = {
  GroupRolePlayAssessed: { version: 1 },
  GroupWorkLineAssessed: { version: 1 },
  GroupWorkLineReportedRefused: { version: 1 },
  GroupWorkLineSettled: { version: 1 },
  GroupTutoredProjectAssessed: { version: 1 },
  GroupExercisesAssessed: { version: 1 },
  GroupWorkVoided: { version: 1 },
  GroupWorkLineVoided: { version: 1 },
  GroupWorkVoidingReportedRefused: { version: 1 },
};
