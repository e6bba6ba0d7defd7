import type { Candidacy, CandidacyEvent, Result, TutoredProjectFacts } from '@minutier/candidacy';
import { findLine, type Line, ruleOf, type Rules, type Scale, scaleOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import { exact } from '../exact-marks.js';
import type { Frame } from '../frame.js';
import { type OutcomeRefusal, refusedResult } from '../outcome.js';
import { refusedTutors } from '../tutors.js';
import type { AssessTutoredProject } from './assess-tutored-project.command.js';

export type AssessTutoredProjectRefusal = AssessmentRefusal | ProjectRefusal;
type ProjectRefusal = OutcomeRefusal | 'TUTOR_UNKNOWN' | 'PARTS_DISAGREE';
type Given = SealedCommand<AssessTutoredProject>;

/** A project is tutored during classes; what is the candidate's and what is the group's may be assessed apart (A10). */
export function assessTutoredProject(
  command: Given,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessTutoredProjectRefusal> {
  const assessed = assess(command, candidacy, frame, { kind: 'tutored-project', facts: factsFrom(command, frame) });
  return isRefusal(assessed) ? assessed : [{ type: 'TutoredProjectAssessed', data: assessed }];
}

function factsFrom(command: Given, frame: Frame): TutoredProjectFacts | Refusal<ProjectRefusal> | undefined {
  const { facts, project } = command;
  const line = findLine(frame.framework, frame.rules, command.modality);
  if (!facts || !line) return undefined;
  const { projectCode, tutors, individualPart = null, groupPart = null } = facts;
  const refusal =
    refusedTutors(tutors, frame.unknown) ??
    refusedPart('individualPart', individualPart, line, frame.rules) ??
    refusedPart('groupPart', groupPart, line, frame.rules) ??
    refusedTogether(command, individualPart, groupPart, frame.rules);
  if (refusal) return refusal;
  return {
    projectCode,
    project,
    tutors: [...tutors],
    individualPart: individualPart && { ...individualPart },
    groupPart: groupPart && { ...groupPart },
  };
}

/** A line that is one candidate's work has no group's part, and the reverse. */
function refusedPart(
  name: 'individualPart' | 'groupPart',
  part: Result | null,
  { id, exact: wording, work }: Line,
  rules: Rules,
): Refusal<ProjectRefusal> | undefined {
  if (part === null) return undefined;
  if (work === (name === 'groupPart' ? 'individual' : 'group')) {
    return refuse(
      'PARTS_DISAGREE',
      `/facts/${name}`,
      `La ligne ${id} n’a pas cette part : « ${wording} ».`,
      `Line ${id} has no such part: “${wording}”.`,
    );
  }
  return refusedResult(part, id, rules, `/facts/${name}`);
}

function refusedTogether(
  { outcome, modality }: Given,
  individualPart: Result | null,
  groupPart: Result | null,
  rules: Rules,
): Refusal<ProjectRefusal> | undefined {
  const result = outcome.kind === 'result' ? outcome.result : undefined;
  const scale = scaleOf(rules, ruleOf(rules, modality)?.scale ?? '');
  if (!individualPart || !groupPart || !result || !scale) return undefined;
  // A result that the scale does not know is refused as such.
  if (refusedResult(result, modality, rules, '')) return undefined;
  const [of, lower, higher] = [result, individualPart, groupPart].map((one) => placeOn(scale, one));
  if ((of! >= lower! && of! <= higher!) || (of! >= higher! && of! <= lower!)) return undefined;
  return refuse(
    'PARTS_DISAGREE',
    '/outcome/result/value',
    'Le résultat n’est pas compris entre la part individuelle et celle du groupe.',
    'The result does not lie between the individual part and the group’s.',
  );
}

/** Where a result stands on its scale: how many steps above the lowest mark, or which of the levels. */
function placeOn(scale: Scale, { value }: Result): number {
  if (scale.kind === 'level') return scale.levels.findIndex(({ code }) => code === value);
  return exact(value).minus(scale.min).div(scale.step).toNumber();
}
