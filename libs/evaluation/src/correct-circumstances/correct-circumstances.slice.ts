import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { CorrectCircumstances } from './correct-circumstances.command.js';
import { correctCircumstances } from './correct-circumstances.decide.js';

export const correctCircumstancesSlice = commandSlice(CorrectCircumstances, {
  post: 'candidacies/:candidacyId/evaluations/:evaluationId/circumstances-corrections',
  tag: 'evaluations',
  summary: 'Rectifie le jour, le centre, la séance ou les aménagements d’une évaluation',
  needs: [Marks],
  execute: (command, marks) => marks.decide(command, correctCircumstances),
});
