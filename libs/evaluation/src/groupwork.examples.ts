import { commandContext, commandWith } from '@minutier/testing';

import { CANDIDACY_ID, candidacy, conduct, mark } from '../../candidacy/src/candidacy.examples.js';
import { COHORT_ID } from '../../cohort/src/cohort.examples.js';
import type { assessGroupRolePlay, SealedMember } from './assess-group-role-play/assess-group-role-play.decide.js';
import { input } from './assessment.examples.js';
import type { GroupRolePlayAssessed, GroupWorkLineAssessed, GroupWorkLineReportedRefused } from './groupwork.events.js';
import { type GroupWork, groupWorkStream } from './groupwork.state.js';

export const GROUP_WORK_ID = '5f0f3c1e-0000-5000-8000-0000000000c1';
/** The candidate of the story, and another of the same cohort. */
export const MEMBERS = [CANDIDACY_ID, '5f0f3c1e-0000-5000-8000-0000000000d2'] as const;

type Command = Parameters<typeof assessGroupRolePlay>[0];
type Assessed = Extract<GroupWork, { status: 'assessed' }>;

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

/** The group's work as it stands after both lines, the second as `changes` say. */
export function groupWork(changes: Partial<GroupWorkLineAssessed['data']> = {}): Assessed {
  const facts = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2, changes)];
  return facts.reduce(groupWorkStream.evolve, groupWorkStream.initial) as Assessed;
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
