import { cohortStream } from '@minutier/cohort';
import { rulesStream } from '@minutier/framework';
import { commandSlice } from '@minutier/intake';
import { isRefusal, Ledger } from '@minutier/ledger';
import { personStream } from '@minutier/person';

import { candidacyStream } from '../candidacy.state.js';
import { EvidenceFiles } from '../evidence-files.js';
import { PurgeEvidence } from './purge-evidence.command.js';
import { purgeEvidence } from './purge-evidence.decide.js';

export const purgeEvidenceSlice = commandSlice(PurgeEvidence, {
  post: 'candidacies/:candidacyId/evidence/:evidenceId/purges',
  tag: 'evidence',
  summary: 'Détruit le fichier d’une pièce ; qu’il a existé reste inscrit',
  needs: [Ledger, EvidenceFiles],
  async execute(command, ledger, files) {
    const { candidacyId, evidenceId, context } = command;
    const { state, revision } = await ledger.load(candidacyStream, candidacyId);
    const enrolled = state.status === 'enrolled' ? state : undefined;
    const frame = {
      ...(await frameOf(ledger, enrolled?.cohortId)),
      person: enrolled ? (await ledger.load(personStream, enrolled.personId)).state : personStream.initial,
    };
    const piece = state.status === 'enrolled' ? state.evidence.get(evidenceId) : undefined;
    const isAsSeen = context.expectedRevision === undefined || context.expectedRevision === revision;
    // Destroyed first, stated after, so that no event ever says of a file that stands that it is destroyed; where the
    // statement does not come through, the same command finds no file and states it.
    if (piece && isAsSeen && !isRefusal(purgeEvidence(command, state, frame))) await files.destroy(candidacyId, piece);
    return ledger.execute(candidacyStream, candidacyId, command, (given, candidacy) =>
      purgeEvidence(given, candidacy, frame),
    );
  },
});

/** The cohort, and the rules that it lives under. */
async function frameOf(ledger: Ledger, cohortId: string | undefined) {
  const cohort = cohortId === undefined ? cohortStream.initial : (await ledger.load(cohortStream, cohortId)).state;
  if (cohort.status === 'absent') return { cohort, rules: undefined };
  const { versions } = (await ledger.load(rulesStream, cohort.rules.id)).state;
  return { cohort, rules: versions[cohort.rules.version - 1] };
}
