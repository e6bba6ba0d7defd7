import type { Candidacy, Outcome } from '@minutier/candidacy';
import { type EvaluationKind, findLine, type Line, refusedCentre } from '@minutier/framework';
import { isRefusal, type Refusal, refuse, type Sealed } from '@minutier/ledger';

import { type AssessmentRefusal, refusedDay, refusedOccurrence } from './assessment.js';
import { conductFrom } from './conduct.js';
import type { Frame } from './frame.js';
import type { GroupMemberInput, GroupWorkInput } from './group-work-input.js';
import type { GroupWorkHeader, GroupWorkLineAssessed } from './groupwork.events.js';
import type { GroupWork } from './groupwork.state.js';
import { outcomeFrom, refusedResult, sameOutcome } from './outcome.js';

export type GroupWorkRefusal =
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

/** A command that records a group's work, as it is decided on. */
export type SealedGroupWork<Given extends GroupWorkInput = GroupWorkInput> = Omit<Given, 'members'> & {
  readonly groupWorkId: string;
  readonly members: readonly SealedMember[];
};

/** What is accepted in one append: the header, and one line per member. */
export interface AcceptedGroupWork<Facts> {
  readonly header: GroupWorkHeader<Facts>;
  readonly lines: readonly GroupWorkLineAssessed[];
}

/**
 * What holds for the work of a group, whatever its kind: it is accepted whole, with one result and a line for each
 * member, whose own result differs only with a reason. Whether a member's file takes the line is decided there, by
 * reaction.
 */
export function acceptGroupWork<Facts extends object, Code extends string = never>(
  command: SealedGroupWork,
  groupWork: GroupWork,
  frame: Frame,
  { kind, facts }: { readonly kind: EvaluationKind; readonly facts: Facts | Refusal<Code> },
): AcceptedGroupWork<Facts> | Refusal<GroupWorkRefusal | Code> {
  const { groupWorkId, cohortId, occurrence, centreId, heldOn, result, members } = command;
  if (groupWork.status === 'assessed')
    return refuse(
      'GROUP_WORK_ALREADY_RECORDED',
      undefined,
      'Ce travail de groupe est déjà enregistré.',
      'This group work is recorded already.',
    );
  if (frame.cohort.status === 'absent')
    return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
  const line = findLine(frame.framework, frame.rules, command.modality);
  if (!line)
    return refuse(
      'MODALITY_UNKNOWN',
      '/modality',
      `La fiche n’a pas de ligne ${command.modality}.`,
      `The fiche has no line ${command.modality}.`,
    );
  const refusal =
    refusedLine(line, kind) ??
    refusedDay(command, frame.cohort) ??
    refusedCentre(frame.centre, { number: frame.framework.number, scope: 'evaluate', day: command.heldOn }) ??
    refusedOccurrence(occurrence, line, frame.rules) ??
    refusedResult(result, line.id, frame.rules, '/result') ??
    refusedMembers(members, frame.cohort.framework.number);
  if (refusal) return refusal;
  const outcome: Outcome = { kind: 'result', result: { scale: result.scale, value: result.value } };
  const conduct = conductFrom(command.conduct, outcome, line, frame, '/result/value');
  if (conduct === null || isRefusal(conduct))
    return conduct ?? refuse('CONDUCT_MISSING', '/conduct', 'Dites qui a évalué.', 'Say who assessed.');
  if (isRefusal(facts)) return facts;
  const lines = linesOf(command, outcome, line.id, frame);
  if (isRefusal(lines)) return lines;
  const header = {
    groupWorkId,
    cohortId,
    modality: line.id,
    occurrence,
    centreId: centreId ?? null,
    heldOn,
    result: outcome.result,
    conduct,
    facts,
    memberCount: members.length,
    rules: { id: frame.rules.rulesId, version: frame.rules.version },
  };
  return { header, lines: lines.map((data) => ({ type: 'GroupWorkLineAssessed', data })) };
}

function refusedLine(line: Line, kind: EvaluationKind): Refusal<GroupWorkRefusal> | undefined {
  if (line.kind !== kind) {
    return refuse(
      'KIND_MISMATCH',
      '/modality',
      `La ligne ${line.id} n’est pas de ce genre : « ${line.exact} ».`,
      `Line ${line.id} is not of this kind: “${line.exact}”.`,
    );
  }
  if (line.work === 'individual') {
    return refuse(
      'GROUP_WORK_EXCLUDED',
      '/modality',
      `La fiche veut un travail individuel : « ${line.exact} ».`,
      `The fiche wants individual work: “${line.exact}”.`,
    );
  }
  return undefined;
}

function refusedMembers(members: readonly SealedMember[], framework: string): Refusal<GroupWorkRefusal> | undefined {
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
  { members, groupWorkId, ...given }: SealedGroupWork,
  groups: Outcome,
  modality: string,
  { rules }: Frame,
): GroupWorkLineAssessed['data'][] | Refusal<GroupWorkRefusal> {
  const lines: GroupWorkLineAssessed['data'][] = [];
  for (const [index, member] of members.entries()) {
    const { candidacyId, outcome: own, deviation, appreciation, accommodationIds = [] } = member;
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
      // A member who sits again has a session and an attempt of his own.
      session: member.session ?? given.session,
      attempt: member.attempt ?? given.attempt,
      outcome,
      deviation,
      appreciation,
      accommodationIds: [...accommodationIds],
    });
  }
  return lines;
}
