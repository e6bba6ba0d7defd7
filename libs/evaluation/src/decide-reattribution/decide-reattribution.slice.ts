import { candidacyStream, evaluationsOf } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { Frames } from '../frames.js';
import { reattributionStream } from '../reattribution.state.js';
import { standingEvaluation } from '../standing-evaluation.js';
import { DecideReattribution } from './decide-reattribution.command.js';
import { type ConcernedFile, decideReattribution } from './decide-reattribution.decide.js';

export const decideReattributionSlice = commandSlice(DecideReattribution, {
  post: 'reattributions',
  tag: 'reattributions',
  summary: 'Décide de rendre des évaluations aux bons dossiers',
  needs: [Ledger, Frames],
  async execute(command, ledger, frames) {
    const reattributionId = derivedId('reattribution', command.context.commandId);
    const files = new Map<string, ConcernedFile>();
    for (const { fromCandidacyId, toCandidacyId } of command.moves) {
      for (const id of [fromCandidacyId, toCandidacyId]) {
        if (!files.has(id)) files.set(id, await concerned(id, ledger, frames));
      }
    }
    return ledger.execute(reattributionStream, reattributionId, command, (sealed, reattribution) =>
      decideReattribution({ ...sealed, reattributionId }, reattribution, files),
    );
  },
});

async function concerned(candidacyId: string, ledger: Ledger, frames: Frames): Promise<ConcernedFile> {
  const { state: candidacy } = await ledger.load(candidacyStream, candidacyId);
  const history = await ledger.history(candidacyStream, candidacyId);
  const statedBy = new Map<string, string>();
  for (const id of evaluationsOf(candidacy).keys()) {
    const standing = standingEvaluation(history, id);
    if (standing) statedBy.set(id, standing.eventId);
  }
  return { candidacy, frame: await frames.ofCandidacy(candidacyId), statedBy };
}
