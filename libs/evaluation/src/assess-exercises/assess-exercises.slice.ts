import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessExercises } from './assess-exercises.command.js';
import { assessExercises } from './assess-exercises.decide.js';

export const assessExercisesSlice = commandSlice(AssessExercises, {
  post: 'candidacies/:candidacyId/exercises',
  tag: 'evaluations',
  summary: 'Enregistre une série d’exercices',
  needs: [Marks],
  execute: (command, marks) => marks.assess(command, assessExercises),
});
