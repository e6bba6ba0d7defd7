import { type Decision, isRefusal } from '@minutier/ledger';

import { exercisesFrom, type ExercisesRefusal, refusedExercises } from '../exercise-set.js';
import type { Frame } from '../frame.js';
import { acceptGroupWork, type GroupWorkRefusal, type SealedGroupWork } from '../group-acceptance.js';
import type { GroupWorkEvent } from '../groupwork.events.js';
import type { GroupWork } from '../groupwork.state.js';
import type { AssessGroupExercises } from './assess-group-exercises.command.js';

/** A group does a set of exercises, where the fiche lets it (« travail individuel et/ou de groupe », A07). */
export function assessGroupExercises(
  command: SealedGroupWork<AssessGroupExercises>,
  groupWork: GroupWork,
  frame: Frame,
): Decision<GroupWorkEvent, GroupWorkRefusal | ExercisesRefusal> {
  const { facts: given, result, modality, context } = command;
  const exercises = exercisesFrom(given.exercises);
  const judged = { ...frame, modality, today: context.today };
  const facts = refusedExercises(exercises, { kind: 'result', result }, '/result/value', judged) ?? {
    theme: given.theme,
    exercises: exercises.map(({ work: _groups, ...exercise }) => exercise),
  };
  const accepted = acceptGroupWork(command, groupWork, frame, { kind: 'exercises', facts });
  if (isRefusal(accepted)) return accepted;
  return [{ type: 'GroupExercisesAssessed', data: accepted.header }, ...accepted.lines];
}
