import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { CorrectEvaluation } from './correct-evaluation.command.js';
import { correctEvaluation } from './correct-evaluation.decide.js';

export const correctEvaluationSlice = commandSlice(CorrectEvaluation, {
  post: 'candidacies/:candidacyId/evaluations/:evaluationId/corrections',
  tag: 'evaluations',
  summary: 'Corrige une évaluation, avec motif et autorité',
  needs: [Marks],
  execute: (command, marks) => marks.decide(command, correctEvaluation),
});
