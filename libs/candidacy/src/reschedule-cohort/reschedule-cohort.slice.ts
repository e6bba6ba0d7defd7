import { cohortStream, RescheduleCohort, rescheduleCohort } from '@minutier/cohort';
import { frameworkStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { CohortCandidacies } from '../cohort-candidacies.js';

export const rescheduleCohortSlice = commandSlice(RescheduleCohort, {
  post: 'cohorts/:cohortId/reschedulings',
  tag: 'cohorts',
  summary: 'Déplace ou prolonge une promotion, avec motif et autorité',
  needs: [Ledger, CohortCandidacies],
  async execute(command, ledger, candidacies) {
    const { cohortId } = command;
    const { state: cohort } = await ledger.load(cohortStream, cohortId);
    const pinned = cohort.status === 'open' ? cohort.framework : undefined;
    const versions = pinned && (await ledger.load(frameworkStream, pinned.number)).state.versions;
    const framework = pinned && versions?.[pinned.version - 1];
    const enteredOn = (await candidacies.of(cohortId)).map((candidacy) => candidacy.enteredOn);
    return ledger.execute(cohortStream, cohortId, command, (sealed, state) =>
      rescheduleCohort(sealed, state, { framework, enteredOn }),
    );
  },
});
