import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { AppendTooLarge, Ledger, LedgerCorrupted } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { Frames } from '../frames.js';
import { type DecidedReattribution, reattributionStream } from '../reattribution.state.js';
import { resealed } from '../resealed.js';
import { type StandingEvaluation, standingEvaluation } from '../standing-evaluation.js';
import { MoveEvaluations } from './move-evaluations.command.js';
import { moveEvaluations, type Moving, type MovingFile, refusedMoves } from './move-evaluations.decide.js';

export const moveEvaluationsSlice = commandSlice(MoveEvaluations, {
  needs: [Ledger, Frames, Vault],
  async execute(command, ledger, frames, vault) {
    const { candidacyId, reattributionId } = command;
    const { state: reattribution } = await ledger.load(reattributionStream, reattributionId);
    if (reattribution.status === 'absent')
      throw new LedgerCorrupted(`reattribution ${reattributionId} is to be made but was never decided`);
    const moving = await movingOf(command, reattribution, { ledger, frames, vault });
    try {
      return await ledger.execute(candidacyStream, candidacyId, command, (given, candidacy) =>
        moveEvaluations(given, candidacy, reattribution, moving),
      );
    } catch (error) {
      if (!(error instanceof AppendTooLarge)) throw error;
      return ledger.execute(candidacyStream, candidacyId, command, () =>
        refusedMoves(candidacyId, reattribution, error.code),
      );
    }
  },
});

interface Sources {
  readonly ledger: Ledger;
  readonly frames: Frames;
  readonly vault: Vault;
}

/** Every file as it stands, and every evaluation as it stands in the file that gives it, sealed for whom it goes to. */
async function movingOf(
  { context }: MoveEvaluations,
  { reattributionId, candidacyIds, moves }: DecidedReattribution,
  { ledger, frames, vault }: Sources,
): Promise<Moving> {
  const histories = new Map<string, Awaited<ReturnType<Ledger['history']>>>();
  const files = new Map<string, MovingFile>();
  for (const id of candidacyIds) {
    const history = await ledger.history(candidacyStream, id);
    const { state: candidacy } = await ledger.load(candidacyStream, id);
    const made = history.some(
      ({ type, data }) =>
        (type === 'EvaluationGiven' || type === 'EvaluationReceived') &&
        (data as { reattributionId: string }).reattributionId === reattributionId,
    );
    histories.set(id, history);
    files.set(id, { candidacy, frame: await frames.ofCandidacy(id), made });
  }
  const evaluations = new Map<number, StandingEvaluation | 'erased' | undefined>();
  for (const move of moves) {
    const standing = standingEvaluation(histories.get(move.fromCandidacyId)!, move.fromEvaluationId);
    const { candidacy } = files.get(move.toCandidacyId)!;
    // Within one file nothing goes to another person; a file that is not enrolled refuses whatever comes.
    if (!standing || candidacy.status === 'absent' || move.fromCandidacyId === move.toCandidacyId) {
      evaluations.set(move.move, standing);
      continue;
    }
    const { candidacyId, personId } = candidacy;
    const receiving = { candidacyId, personId, commandId: context.commandId, move: move.move };
    evaluations.set(move.move, await resealed(standing, receiving, vault));
  }
  return { files, evaluations };
}
