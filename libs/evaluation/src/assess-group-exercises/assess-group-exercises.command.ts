import { CodeField, ListField, ObjectField } from '@minutier/intake';

import { GroupExerciseInput } from '../exercises-input.js';
import { GroupWorkInput } from '../group-work-input.js';

export class GroupExercisesFactsInput {
  @CodeField({ description: 'Theme of the set.', example: 'PLAN-MEDIA' })
  readonly theme!: string;

  @ListField(() => GroupExerciseInput, { description: 'The exercises, done by the group.', max: 60 })
  readonly exercises!: GroupExerciseInput[];
}

/** Records a set of exercises of a whole group, with each member's part (« travail individuel et/ou de groupe et écrit »). */
export class AssessGroupExercises extends GroupWorkInput {
  @ObjectField(() => GroupExercisesFactsInput, { description: 'Theme and exercises.' })
  readonly facts!: GroupExercisesFactsInput;
}
