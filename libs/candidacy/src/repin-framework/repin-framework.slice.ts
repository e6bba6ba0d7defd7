import { cohortStream, RepinFramework, repinFramework } from '@minutier/cohort';
import { frameworkStream, rulesStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { CohortCandidacies, marksOf } from '../cohort-candidacies.js';

export const repinFrameworkSlice = commandSlice(RepinFramework, {
  post: 'cohorts/:cohortId/framework-repinnings',
  tag: 'cohorts',
  summary: 'Fait passer la promotion à une autre version de sa fiche, avec motif et autorité',
  needs: [Ledger, CohortCandidacies],
  async execute(command, ledger, candidacies) {
    const { cohortId, to, rules: named } = command;
    const framework = (await ledger.load(frameworkStream, to.number)).state.versions[to.version - 1];
    const rules = (await ledger.load(rulesStream, named.id)).state.versions[named.version - 1];
    const marks = marksOf(await candidacies.of(cohortId));
    return ledger.execute(cohortStream, cohortId, command, (sealed, cohort) =>
      repinFramework(sealed, cohort, { framework, rules, ...marks }),
    );
  },
});
