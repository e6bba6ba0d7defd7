import type { Exercise, Outcome } from '@minutier/candidacy';
import { findLine, ruleOf, scaleOf } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import type { OutcomeInput } from './assessment-input.js';
import { exact, nearestMark, weightedMean } from './exact-marks.js';
import type { ExerciseInput, GroupExerciseInput } from './exercises-input.js';
import type { Frame } from './frame.js';
import { type OutcomeRefusal, refusedResult } from './outcome.js';

export type ExercisesRefusal =
  | 'EXERCISES_EMPTY'
  | 'EXERCISE_REPEATED'
  | 'GROUP_WORK_EXCLUDED'
  | 'HELD_IN_FUTURE'
  | 'RESULT_NOT_OF_EXERCISES'
  | OutcomeRefusal;

type Judged = Pick<Frame, 'framework' | 'rules'> & { readonly modality: string; readonly today: string };

/** The exercises as an event states them; those of a group's set are the group's work. */
export function exercisesFrom(
  given: readonly (ExerciseInput | GroupExerciseInput | Omit<Exercise, 'work'>)[],
): Exercise[] {
  return given.map((one) => ({
    code: one.code,
    heldOn: one.heldOn,
    result: one.result ? { scale: one.result.scale, value: one.result.value } : null,
    coefficient: one.coefficient,
    work: 'work' in one ? one.work : 'group',
  }));
}

/**
 * A set holds at least one exercise, each once, each already done; what it gives is the mean of those that were marked,
 * by their weights, to the nearest mark of the scale. Of levels no mean is taken: the set only shows them (A07).
 */
export function refusedExercises(
  exercises: readonly Exercise[],
  outcome: OutcomeInput | Outcome,
  resultAt: string,
  judged: Judged,
): Refusal<ExercisesRefusal> | undefined {
  if (exercises.length === 0)
    return refuse('EXERCISES_EMPTY', '/facts/exercises', 'Il n’y a aucun exercice.', 'There is no exercise.');
  for (const index of exercises.keys()) {
    const refusal = refusedExercise(exercises, index, judged);
    if (refusal) return refusal;
  }
  return refusedMean(exercises, outcome, resultAt, judged);
}

function refusedExercise(
  exercises: readonly Exercise[],
  index: number,
  { framework, rules, modality, today }: Judged,
): Refusal<ExercisesRefusal> | undefined {
  const { code, heldOn, result, work } = exercises[index]!;
  const at = `/facts/exercises/${index}`;
  if (exercises.findIndex((one) => one.code === code) !== index)
    return refuse(
      'EXERCISE_REPEATED',
      `${at}/code`,
      `L’exercice ${code} est nommé deux fois.`,
      `Exercise ${code} is named twice.`,
    );
  if (heldOn > today)
    return refuse('HELD_IN_FUTURE', `${at}/heldOn`, 'Cette date est à venir.', 'This day is still to come.');
  const line = findLine(framework, rules, modality);
  if (work === 'group' && line?.work === 'individual')
    return refuse(
      'GROUP_WORK_EXCLUDED',
      `${at}/work`,
      `La fiche veut un travail individuel : « ${line.exact} ».`,
      `The fiche wants individual work: “${line.exact}”.`,
    );
  return result ? refusedResult(result, modality, rules, `${at}/result`) : undefined;
}

function refusedMean(
  exercises: readonly Exercise[],
  outcome: OutcomeInput | Outcome,
  resultAt: string,
  { rules, modality }: Judged,
): Refusal<'RESULT_NOT_OF_EXERCISES'> | undefined {
  const scale = scaleOf(rules, ruleOf(rules, modality)?.scale ?? '');
  const result = outcome.kind === 'result' ? outcome.result : undefined;
  // A result that the scale does not know is refused as such.
  if (scale?.kind !== 'numeric' || !result || refusedResult(result, modality, rules, '')) return undefined;
  const mean = weightedMean(
    exercises.flatMap((one) => (one.result ? [{ value: exact(one.result.value), weight: one.coefficient }] : [])),
  );
  const expected = mean && nearestMark(mean, scale);
  if (expected === undefined || expected.equals(result.value)) return undefined;
  return refuse(
    'RESULT_NOT_OF_EXERCISES',
    resultAt,
    `Les exercices notés donnent ${expected.toString()}.`,
    `The exercises that were marked give ${expected.toString()}.`,
  );
}
