import type { Candidacy, CandidacyEvent, Conduct, Origin } from '@minutier/candidacy';
import { isRefusal } from '@minutier/ledger';

import { assess } from '../assessment.js';
import { exercisesFrom } from '../exercise-set.js';
import type { Frame } from '../frame.js';
import type { AssessedGroupWork } from '../groupwork.state.js';
import { sameOutcome } from '../outcome.js';
import type { SealedAssessment } from '../sealed-assessment.js';
import { recordedFrom } from '../voided-by-origin.js';
import type { RecordGroupWorkLine } from './record-group-work-line.command.js';

type Named = Pick<RecordGroupWorkLine, 'groupWorkId' | 'line' | 'context' | 'candidacyId'>;

/**
 * A candidacy takes its line of a group work as an evaluation of its own, or says why not: either way it stands here.
 * A line that is here already is recognised by where it came from, before anybody looks at the place that it fills.
 */
export function recordGroupWorkLine(
  { groupWorkId, line: number, context, candidacyId }: Named,
  candidacy: Candidacy,
  groupWork: AssessedGroupWork,
  frame: Frame,
): readonly CandidacyEvent[] {
  const origin = { kind: 'group-work', id: groupWorkId, line: number } as const;
  if (recordedFrom(candidacy, origin)) return [];
  const { modality, occurrence, centreId, heldOn, conduct, lines, result } = groupWork;
  const { outcome, appreciation, session, attempt, accommodationIds } = lines.find(({ line }) => line === number)!;
  const asTheGroup = sameOutcome(outcome, { kind: 'result', result });
  const given: SealedAssessment = {
    context,
    candidacyId,
    modality,
    occurrence,
    attempt,
    session,
    heldOn,
    ...(centreId === null ? {} : { centreId }),
    accommodationIds,
    appreciation,
    outcome,
    conduct: outcome.kind === 'result' ? ownConduct(conduct, asTheGroup) : null,
  };
  const recorded = ofItsKind(groupWork, given, candidacy, frame, { origin, asTheGroup });
  return 'type' in recorded
    ? [recorded]
    : refusedGroupWorkLine({ groupWorkId, line: number }, groupWork, recorded.refused);
}

/** The event of the group's kind, with the facts that a member's file keeps of it. */
function ofItsKind(
  groupWork: AssessedGroupWork,
  given: SealedAssessment,
  candidacy: Candidacy,
  frame: Frame,
  { origin, asTheGroup }: { readonly origin: Origin; readonly asTheGroup: boolean },
): CandidacyEvent | { readonly refused: string } {
  const held = given.outcome.kind === 'result';
  switch (groupWork.kind) {
    case 'role-play': {
      const facts = held ? { ...groupWork.facts, scenario: null } : undefined;
      const data = assess(given, candidacy, frame, { kind: 'role-play', facts, origin });
      return isRefusal(data) ? data : { type: 'RolePlayAssessed', data };
    }
    case 'tutored-project': {
      const parts = { individualPart: null, groupPart: groupWork.result };
      const facts = held ? { ...groupWork.facts, project: null, ...parts } : undefined;
      const data = assess(given, candidacy, frame, { kind: 'tutored-project', facts, origin });
      return isRefusal(data) ? data : { type: 'TutoredProjectAssessed', data };
    }
    case 'exercises': {
      const { theme, exercises } = groupWork.facts;
      const facts = held ? { theme, exercises: ownExercises(exercisesFrom(exercises), asTheGroup) } : undefined;
      const data = assess(given, candidacy, frame, { kind: 'exercises', facts, origin });
      return isRefusal(data) ? data : { type: 'ExercisesAssessed', data };
    }
  }
}

/** The line is refused, with the code that says why. */
export function refusedGroupWorkLine(
  { groupWorkId, line }: Pick<RecordGroupWorkLine, 'groupWorkId' | 'line'>,
  { modality, occurrence, lines }: AssessedGroupWork,
  refused: string,
): readonly CandidacyEvent[] {
  const { attempt } = lines.find((one) => one.line === line)!;
  return [{ type: 'GroupWorkLineRefused', data: { groupWorkId, line, modality, occurrence, attempt, refused } }];
}

/** The assessors' marks and grids are the group's: under a member's own result stands who assessed, not what the group got. */
function ownConduct(conduct: Conduct, asTheGroup: boolean): Conduct {
  if (asTheGroup) return conduct;
  const agreedBy = conduct.assessors.length === 1 ? 'single' : 'agreement';
  return {
    ...conduct,
    agreedBy,
    assessors: conduct.assessors.map(({ assessorId }) => ({ assessorId, result: null, grid: null })),
  };
}

/** So are the marks of its exercises: a member's own result is not their mean, and shows them as done. */
function ownExercises<One extends { readonly result: unknown }>(exercises: readonly One[], asTheGroup: boolean): One[] {
  return exercises.map((one) => (asTheGroup ? one : { ...one, result: null }));
}
