import { CodeField, ListField, ObjectField } from '@minutier/intake';

import { AssessmentInput } from '../assessment-input.js';
import { ExerciseInput } from '../exercises-input.js';

export class ExercisesFactsInput {
  @CodeField({ description: 'Theme of the set.', example: 'PLAN-MEDIA' })
  readonly theme!: string;

  @ListField(() => ExerciseInput, {
    description: 'The exercises of the set; the fiche states no number (A07).',
    max: 60,
  })
  readonly exercises!: ExerciseInput[];
}

/** Records a set of exercises (exercices). */
export class AssessExercises extends AssessmentInput {
  @ObjectField(() => ExercisesFactsInput, { description: 'Theme and exercises.', optional: true })
  readonly facts?: ExercisesFactsInput;
}
