import { cohortStream, RepinRules, repinRules } from '@minutier/cohort';
import { rulesStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { CohortCandidacies, marksOf } from '../cohort-candidacies.js';

export const repinRulesSlice = commandSlice(RepinRules, {
  post: 'cohorts/:cohortId/rules-repinnings',
  tag: 'cohorts',
  summary: 'Remplace le règlement en cours de promotion, avec motif et autorité',
  needs: [Ledger, CohortCandidacies],
  async execute(command, ledger, candidacies) {
    const { cohortId, to } = command;
    const rules = (await ledger.load(rulesStream, to.id)).state.versions[to.version - 1];
    const { scales } = marksOf(await candidacies.of(cohortId));
    return ledger.execute(cohortStream, cohortId, command, (sealed, cohort) =>
      repinRules(sealed, cohort, { rules, scales }),
    );
  },
});
