import type { Candidacy, Conduct, Outcome } from '@minutier/candidacy';
import { findModality, type Modality, refusedCentre } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type Sealed } from '@minutier/ledger';

import { type AssessmentRefusal, refusedDay, refusedOccurrence } from '../assessment.js';
import type { Frame } from '../frame.js';
import { conductFrom } from '../conduct.js';
import type { GroupWork } from '../groupwork.state.js';
import type { GroupWorkEvent, GroupWorkLineAssessed } from '../groupwork.events.js';
import { outcomeFrom, refusedResult, sameOutcome } from '../outcome.js';
import type { AssessGroupRolePlay, GroupMemberInput } from './assess-group-role-play.command.js';

export type AssessGroupRolePlayRefusal =
  | Exclude<AssessmentRefusal, 'CANDIDACY_NOT_FOUND'>
  | 'COHORT_NOT_FOUND'
  | 'GROUP_WORK_EXCLUDED'
  | 'GROUP_WORK_ALREADY_RECORDED'
  | 'MEMBER_UNKNOWN'
  | 'MEMBER_REPEATED'
  | 'DEVIATION_MISSING'
  | 'DEVIATION_UNEXPECTED';

/** A member with the texts about him sealed under his own key, and his candidacy. */
export type SealedMember = Omit<GroupMemberInput, 'deviation' | 'appreciation'> & {
  readonly deviation: GroupWorkLineAssessed['data']['deviation'];
  readonly appreciation: Sealed | null;
  readonly candidacy: Candidacy;
};

/**
 * A group's role play is accepted whole: one result, and a line for each member. A member's own result differs only
 * with a reason. Whether a member's file takes the line is decided there, by reaction.
 */
export function assessGroupRolePlay(
  command: Omit<AssessGroupRolePlay, 'members'> & {
    readonly groupWorkId: string;
    readonly members: readonly SealedMember[];
  },
  groupWork: GroupWork,
  frame: Frame,
): Decision<GroupWorkEvent, AssessGroupRolePlayRefusal> {
  const { groupWorkId, cohortId, occurrence, centreId, heldOn, result, facts, members } = command;
  if (groupWork.status === 'assessed')
    return refuse(
      'GROUP_WORK_ALREADY_RECORDED',
      undefined,
      'Ce travail de groupe est déjà enregistré.',
      'This group work is recorded already.',
    );
  if (frame.cohort.status === 'absent')
    return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
  const modality = findModality(frame.framework, command.modality)?.modality;
  if (!modality)
    return refuse(
      'MODALITY_UNKNOWN',
      '/modality',
      `La fiche n’a pas de ligne ${command.modality}.`,
      `The fiche has no line ${command.modality}.`,
    );
  const refusal =
    refusedLine(modality) ??
    refusedDay(command, frame.cohort) ??
    refusedCentre(frame.centre, { number: frame.framework.number, scope: 'evaluate', day: heldOn }) ??
    refusedOccurrence(occurrence, modality, frame.rules) ??
    refusedResult(result, modality.id, frame.rules, '/result') ??
    refusedMembers(members, frame.cohort.framework.number);
  if (refusal) return refusal;
  const outcome: Outcome = { kind: 'result', result: { scale: result.scale, value: result.value } };
  const conduct = conductFrom(command.conduct, outcome, modality, frame, '/result/value');
  if (conduct === null || isRefusal(conduct))
    return conduct ?? refuse('CONDUCT_MISSING', '/conduct', 'Dites qui a évalué.', 'Say who assessed.');
  const lines = linesOf(command, outcome, modality.id, frame);
  if (isRefusal(lines)) return lines;
  return [
    {
      type: 'GroupRolePlayAssessed',
      data: {
        groupWorkId,
        cohortId,
        modality: modality.id,
        occurrence,
        centreId: centreId ?? null,
        heldOn,
        result: outcome.result,
        conduct: conduct satisfies Conduct,
        facts: { scenarioCode: facts.scenarioCode, partners: facts.partners },
        memberCount: members.length,
        rules: { id: frame.rules.rulesId, version: frame.rules.version },
      },
    },
    ...lines.map((data) => ({ type: 'GroupWorkLineAssessed' as const, data })),
  ];
}

function refusedLine(modality: Modality): Refusal<AssessGroupRolePlayRefusal> | undefined {
  if (modality.kind !== 'role-play') {
    return refuse(
      'KIND_MISMATCH',
      '/modality',
      `La ligne ${modality.id} n’est pas de ce genre : « ${modality.exact} ».`,
      `Line ${modality.id} is not of this kind: “${modality.exact}”.`,
    );
  }
  if (modality.work === 'individual') {
    return refuse(
      'GROUP_WORK_EXCLUDED',
      '/modality',
      `La fiche veut un travail individuel : « ${modality.exact} ».`,
      `The fiche wants individual work: “${modality.exact}”.`,
    );
  }
  return undefined;
}

function refusedMembers(
  members: readonly SealedMember[],
  framework: string,
): Refusal<AssessGroupRolePlayRefusal> | undefined {
  for (const [index, { candidacyId, candidacy }] of members.entries()) {
    const at = `/members/${index}/candidacyId`;
    if (candidacy.status === 'absent' || candidacy.framework.number !== framework) {
      return refuse(
        'MEMBER_UNKNOWN',
        at,
        'Cette candidature n’existe pas, ou pas pour cette certification.',
        'There is no such candidacy for this certification.',
      );
    }
    if (members.findIndex((one) => one.candidacyId === candidacyId) !== index) {
      return refuse('MEMBER_REPEATED', at, 'Ce candidat est nommé deux fois.', 'This candidate is named twice.');
    }
  }
  return undefined;
}

function linesOf(
  { members, groupWorkId, ...given }: Parameters<typeof assessGroupRolePlay>[0],
  groups: Outcome,
  modality: string,
  { rules }: Frame,
): GroupWorkLineAssessed['data'][] | Refusal<AssessGroupRolePlayRefusal> {
  const lines: GroupWorkLineAssessed['data'][] = [];
  for (const [index, member] of members.entries()) {
    const { candidacyId, outcome: own, deviation, appreciation } = member;
    const { session, attempt } = { ...given, ...placeOf(member) };
    const at = `/members/${index}`;
    const outcome = own ? outcomeFrom(own, modality, rules, `${at}/outcome`) : groups;
    if (isRefusal(outcome)) return outcome;
    const differs = outcome.kind === 'result' && !sameOutcome(outcome, groups);
    if (differs && !deviation) {
      return refuse(
        'DEVIATION_MISSING',
        `${at}/deviation`,
        'Ce résultat n’est pas celui du groupe : dites pourquoi.',
        'This result is not the group’s: say why.',
      );
    }
    if (!differs && deviation) {
      return refuse(
        'DEVIATION_UNEXPECTED',
        `${at}/deviation`,
        'Ce résultat est celui du groupe, ou il n’y en a pas : il n’y a pas d’écart à motiver.',
        'This result is the group’s, or there is none: there is no deviation to explain.',
      );
    }
    lines.push({
      groupWorkId,
      line: index + 1,
      candidacyId,
      session,
      attempt,
      outcome,
      deviation,
      appreciation,
      accommodationIds: [],
    });
  }
  return lines;
}

/** A member who sits again has a session and an attempt of his own. */
function placeOf({ session, attempt }: SealedMember) {
  return { ...(session === undefined ? {} : { session }), ...(attempt === undefined ? {} : { attempt }) };
}
