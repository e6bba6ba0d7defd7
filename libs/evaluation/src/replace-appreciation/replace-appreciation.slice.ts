import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { ReplaceAppreciation } from './replace-appreciation.command.js';
import { replaceAppreciation } from './replace-appreciation.decide.js';

export const replaceAppreciationSlice = commandSlice(ReplaceAppreciation, {
  post: 'candidacies/:candidacyId/evaluations/:evaluationId/appreciations',
  tag: 'evaluations',
  summary: 'Remplace l’appréciation d’une évaluation',
  needs: [Ledger],
  execute: (command, ledger) => ledger.execute(candidacyStream, command.candidacyId, command, replaceAppreciation),
});
