import { cohortStream, RescheduleSession, rescheduleSession } from '@minutier/cohort';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { CohortCandidacies, heldOnIn } from '../cohort-candidacies.js';

export const rescheduleSessionSlice = commandSlice(RescheduleSession, {
  post: 'cohorts/:cohortId/session-reschedulings',
  tag: 'cohorts',
  summary: 'Déplace ou prolonge une session, avec motif et autorité',
  needs: [Ledger, CohortCandidacies],
  async execute(command, ledger, candidacies) {
    const heldOn = heldOnIn(command.session, await candidacies.of(command.cohortId));
    return ledger.execute(cohortStream, command.cohortId, command, (sealed, cohort) =>
      rescheduleSession(sealed, cohort, heldOn),
    );
  },
});
