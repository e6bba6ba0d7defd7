import type { Candidacy, CandidacyEvent, ExercisesFacts } from '@minutier/candidacy';
import { type Decision, isRefusal, type Refusal, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import { exercisesFrom, type ExercisesRefusal, refusedExercises } from '../exercise-set.js';
import type { Frame } from '../frame.js';
import type { AssessExercises } from './assess-exercises.command.js';

export type AssessExercisesRefusal = AssessmentRefusal | ExercisesRefusal;

/** A set of exercises gives one mark; a line may hold any number of sets, since the fiche states none (A07). */
export function assessExercises(
  command: SealedCommand<AssessExercises>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessExercisesRefusal> {
  const assessed = assess(command, candidacy, frame, { kind: 'exercises', facts: factsFrom(command, frame) });
  return isRefusal(assessed) ? assessed : [{ type: 'ExercisesAssessed', data: assessed }];
}

function factsFrom(
  { facts, modality, outcome, context }: SealedCommand<AssessExercises>,
  frame: Frame,
): ExercisesFacts | Refusal<ExercisesRefusal> | undefined {
  if (!facts) return undefined;
  const exercises = exercisesFrom(facts.exercises);
  const judged = { ...frame, modality, today: context.today };
  return refusedExercises(exercises, outcome, '/outcome/result/value', judged) ?? { theme: facts.theme, exercises };
}
