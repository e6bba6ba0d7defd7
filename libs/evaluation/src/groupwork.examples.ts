import type { AccommodationGranted, GroupWorkLineRefused } from '@minutier/candidacy';
import { commandContext, commandWith } from '@minutier/testing';

import { CANDIDACY_ID, candidacy, conduct, mark, sealed, TUTOR } from '../../candidacy/src/candidacy.examples.js';
import { COHORT_ID } from '../../cohort/src/cohort.examples.js';
import type { assessGroupRolePlay } from './assess-group-role-play/assess-group-role-play.decide.js';
import { input } from './assessment.examples.js';
import type { SealedGroupWork, SealedMember } from './group-acceptance.js';
import type { AssessGroupExercises } from './assess-group-exercises/assess-group-exercises.command.js';
import type { AssessGroupTutoredProject } from './assess-group-tutored-project/assess-group-tutored-project.command.js';
import type {
  GroupExercisesAssessed,
  GroupRolePlayAssessed,
  GroupTutoredProjectAssessed,
  GroupWorkEvent,
  GroupWorkLineAssessed,
  GroupWorkLineReportedRefused,
  GroupWorkLineSettled,
  GroupWorkLineVoided,
  GroupWorkVoided,
  GroupWorkVoidingReportedRefused,
} from './groupwork.events.js';
import { type AssessedGroupWork, groupWorkStream } from './groupwork.state.js';

export const GROUP_WORK_ID = '5f0f3c1e-0000-5000-8000-0000000000c1';
/** The candidate of the story, and another of the same cohort. */
export const MEMBERS = [CANDIDACY_ID, '5f0f3c1e-0000-5000-8000-0000000000d2'] as const;

type Command = Parameters<typeof assessGroupRolePlay>[0];

/** F1-M2, « 1 mise en situation professionnelle, travail en groupe et présentation orale »: 13.5 to a group of two. */
export function groupRolePlayAssessed(changes: Partial<GroupRolePlayAssessed['data']> = {}): GroupRolePlayAssessed {
  return {
    type: 'GroupRolePlayAssessed',
    data: {
      groupWorkId: GROUP_WORK_ID,
      cohortId: COHORT_ID,
      modality: 'F1-M2',
      occurrence: 1,
      centreId: null,
      heldOn: '2019-02-12',
      result: { scale: 'twenty', value: '13.5' },
      conduct: conduct({ written: false, oral: true }),
      facts: { scenarioCode: 'MSP-2019-04', partners: ['client'] },
      memberCount: 2,
      rules: { id: 'reglement-28684', version: 1 },
      ...changes,
    },
  };
}

export function lineAssessed(
  line: number,
  changes: Partial<GroupWorkLineAssessed['data']> = {},
): GroupWorkLineAssessed {
  return {
    type: 'GroupWorkLineAssessed',
    data: {
      groupWorkId: GROUP_WORK_ID,
      line,
      candidacyId: MEMBERS[line - 1]!,
      session: 1,
      attempt: 1,
      outcome: mark('13.5'),
      deviation: null,
      appreciation: null,
      accommodationIds: [],
      ...changes,
    },
  };
}

export function lineReportedRefused(line: number, refused: string): GroupWorkLineReportedRefused {
  const candidacyId = MEMBERS[line - 1]!;
  return { type: 'GroupWorkLineReportedRefused', data: { groupWorkId: GROUP_WORK_ID, line, candidacyId, refused } };
}

/** F2-M2, « 1 projet de groupe tutoré en cours et présentation orale ». */
export function groupTutoredProjectAssessed(): GroupTutoredProjectAssessed {
  const facts = { projectCode: 'PROJET-2019-07', tutors: [TUTOR] };
  return { type: 'GroupTutoredProjectAssessed', data: { ...groupRolePlayAssessed({ modality: 'F2-M2' }).data, facts } };
}

/** F9-M3, « Exercices pratiques, travail individuel et/ou de groupe et écrit »: 12 and 15 give 13.5. */
export function groupExercisesAssessed(): GroupExercisesAssessed {
  const exercises = ['12', '15'].map((value, index) => ({
    code: `EX-${index + 1}`,
    heldOn: '2019-02-12',
    result: { scale: 'twenty', value },
    coefficient: '1',
  }));
  const { data } = groupRolePlayAssessed({ modality: 'F9-M3', conduct: conduct() });
  return { type: 'GroupExercisesAssessed', data: { ...data, facts: { theme: 'BILAN', exercises } } };
}

const AUTHORITY = { code: 'examination-office', document: 'NOTE-12' } as const;

export function lineSettled(line: number, changes: Partial<GroupWorkLineSettled['data']> = {}): GroupWorkLineSettled {
  return {
    type: 'GroupWorkLineSettled',
    data: {
      groupWorkId: GROUP_WORK_ID,
      line,
      candidacyId: MEMBERS[line - 1]!,
      settlement: 'tried-again',
      eventId: null,
      reason: { code: 'cause-removed', text: null },
      authority: AUTHORITY,
      ...changes,
    },
  };
}

export function groupWorkVoided(): GroupWorkVoided {
  const reason = { code: 'recorded-in-error', text: null } as const;
  return { type: 'GroupWorkVoided', data: { reason, authority: AUTHORITY, lineCount: 2 } };
}

export function lineVoided(line: number): GroupWorkLineVoided {
  const candidacyId = MEMBERS[line - 1]!;
  return { type: 'GroupWorkLineVoided', data: { groupWorkId: GROUP_WORK_ID, line, candidacyId } };
}

export function voidingReportedRefused(line: number, refused: string): GroupWorkVoidingReportedRefused {
  const { data } = lineReportedRefused(line, refused);
  return { type: 'GroupWorkVoidingReportedRefused', data };
}

/** What a member's file leaves of a line that it does not take. */
export function lineRefused(line: number, refused: string): GroupWorkLineRefused {
  const place = { groupWorkId: GROUP_WORK_ID, line, modality: 'F1-M2', occurrence: 1, attempt: 1 };
  return { type: 'GroupWorkLineRefused', data: { ...place, refused } };
}

export function accommodationGranted(accommodationId: string): AccommodationGranted {
  const granted = { accommodationId, measures: sealed('Tiers-temps'), from: '2018-10-01', until: null };
  const decided = { modalities: [], decidedOn: '2018-09-20', authority: AUTHORITY };
  return { type: 'AccommodationGranted', data: { ...granted, ...decided } };
}

/** A group's work as these facts leave it. */
export function groupWorkAfter(...facts: readonly GroupWorkEvent[]): AssessedGroupWork {
  return facts.reduce(groupWorkStream.evolve, groupWorkStream.initial) as AssessedGroupWork;
}

/** The group's work as it stands after both lines, the second as `changes` say; a role play unless `header` is another. */
export function groupWork(
  changes: Partial<GroupWorkLineAssessed['data']> = {},
  header: GroupWorkEvent = groupRolePlayAssessed(),
): AssessedGroupWork {
  return groupWorkAfter(header, lineAssessed(1), lineAssessed(2, changes));
}

export function member(index: 0 | 1, changes: Partial<SealedMember> = {}): SealedMember {
  return { candidacyId: MEMBERS[index], deviation: null, appreciation: null, candidacy: candidacy(), ...changes };
}

/** The command that brings about these facts. */
export function groupRolePlay(changes: Partial<Command> = {}): Command {
  const {
    memberCount: _counted,
    rules: _pinned,
    centreId: _certifier,
    facts,
    conduct: held,
    ...fields
  } = groupRolePlayAssessed().data;
  return commandWith<Command>({
    context: commandContext(),
    attempt: 1,
    session: 1,
    ...fields,
    facts: { ...facts, partners: [...facts.partners] },
    conduct: input(held),
    members: [member(0), member(1)],
    ...changes,
  });
}

type Project = SealedGroupWork<AssessGroupTutoredProject>;
type Exercises = SealedGroupWork<AssessGroupExercises>;

export function groupTutoredProject(changes: Partial<Project> = {}): Project {
  const facts = { projectCode: 'PROJET-2019-07', tutors: [TUTOR] };
  return commandWith<Project>({ ...groupRolePlay({ modality: 'F2-M2' }), facts, ...changes });
}

export function groupExercises(changes: Partial<Exercises> = {}): Exercises {
  const { theme, exercises } = groupExercisesAssessed().data.facts;
  const facts = { theme, exercises: exercises.map(({ result, ...one }) => ({ ...one, result: result! })) };
  const written = input<NonNullable<Exercises['conduct']>>(conduct());
  return commandWith<Exercises>({ ...groupRolePlay({ modality: 'F9-M3', conduct: written }), facts, ...changes });
}
