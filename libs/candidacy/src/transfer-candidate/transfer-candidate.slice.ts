import { cohortStream } from '@minutier/cohort';
import { frameworkStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { candidacyStream } from '../candidacy.state.js';
import { TransferCandidate } from './transfer-candidate.command.js';
import { transferCandidate } from './transfer-candidate.decide.js';

export const transferCandidateSlice = commandSlice(TransferCandidate, {
  post: 'candidacies/:candidacyId/transfers',
  tag: 'candidacies',
  summary: 'Transfère le candidat dans une autre promotion, avec les résultats repris',
  needs: [Ledger],
  async execute(command, ledger) {
    const { state: cohort } = await ledger.load(cohortStream, command.toCohortId);
    const pinned = cohort.status === 'open' ? cohort.framework : undefined;
    const versions = pinned && (await ledger.load(frameworkStream, pinned.number)).state.versions;
    const framework = pinned && versions?.[pinned.version - 1];
    return ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      transferCandidate(sealed, candidacy, { cohort, framework }),
    );
  },
});
