import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { VoidEvaluation } from './void-evaluation.command.js';
import { voidEvaluation } from './void-evaluation.decide.js';

export const voidEvaluationSlice = commandSlice(VoidEvaluation, {
  post: 'candidacies/:candidacyId/evaluations/:evaluationId/voidings',
  tag: 'evaluations',
  summary: 'Annule une évaluation, avec motif et autorité',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, voidEvaluation),
});
