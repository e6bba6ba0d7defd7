import { cohortStream } from '@minutier/cohort';
import { centreStream, frameworkStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { personStream } from '@minutier/person';

import { candidacyIdOf } from '../candidacy-ids.js';
import { candidacyStream } from '../candidacy.state.js';
import { EnrolCandidate } from './enrol-candidate.command.js';
import { enrolCandidate } from './enrol-candidate.decide.js';

export const enrolCandidateSlice = commandSlice(EnrolCandidate, {
  post: 'cohorts/:cohortId/candidacies',
  tag: 'candidacies',
  summary: 'Inscrit un candidat dans la promotion',
  needs: [Ledger],
  async execute(command, ledger) {
    const { cohortId, personId } = command;
    const { state: cohort } = await ledger.load(cohortStream, cohortId);
    const { state: person } = await ledger.load(personStream, personId);
    const pinned = cohort.status === 'open' ? cohort.framework : undefined;
    const versions = pinned && (await ledger.load(frameworkStream, pinned.number)).state.versions;
    const framework = pinned && versions?.[pinned.version - 1];
    const centreId = command.centreId ?? (cohort.status === 'open' ? cohort.centreId : null);
    const centre = centreId === null ? undefined : (await ledger.load(centreStream, centreId)).state;
    const candidacyId = candidacyIdOf(cohortId, personId);
    return ledger.execute(
      candidacyStream,
      candidacyId,
      command,
      (sealed, candidacy) =>
        enrolCandidate({ ...sealed, candidacyId }, candidacy, { cohort, framework, person, centre }),
      // An unknown person gets no key: the command is refused without touching the vault.
      person.status === 'known' ? { personId } : {},
    );
  },
});
