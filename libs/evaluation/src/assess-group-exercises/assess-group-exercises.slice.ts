import { commandSlice } from '@minutier/intake';

import { GroupWorks } from '../group-works.js';
import { AssessGroupExercises } from './assess-group-exercises.command.js';
import { assessGroupExercises } from './assess-group-exercises.decide.js';

export const assessGroupExercisesSlice = commandSlice(AssessGroupExercises, {
  post: 'cohorts/:cohortId/group-exercises',
  tag: 'group works',
  summary: 'Enregistre une série d’exercices d’un groupe',
  needs: [GroupWorks],
  execute: (command, groupWorks) => groupWorks.accept(command, assessGroupExercises),
});
