import { type Candidacy, candidacyStream, KIND_OF, type TransferredOut } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { fold, Ledger, LedgerCorrupted, type StoredEvent } from '@minutier/ledger';

import { Frames } from '../frames.js';
import { ReceiveTransfer } from './receive-transfer.command.js';
import { type Departure, receiveTransfer } from './receive-transfer.decide.js';

export const receiveTransferSlice = commandSlice(ReceiveTransfer, {
  needs: [Ledger, Frames],
  async execute(command, ledger, frames) {
    const { candidacyId, fromCandidacyId, context } = command;
    const history = await ledger.history(candidacyStream, fromCandidacyId);
    const transfer = transferBehind(history, context.causationId, candidacyId);
    const frame = await frames.ofCohort(transfer.toCohortId);
    const departure = { transfer, candidacy: stateOf(history), statedBy: statedBy(history) };
    return ledger.execute(candidacyStream, candidacyId, command, (given, candidacy) =>
      receiveTransfer(given, candidacy, departure, frame),
    );
  },
});

/** The transfer that the cause is, or that its settlement tries again. */
function transferBehind(
  history: readonly StoredEvent[],
  causeId: string,
  toCandidacyId: string,
): TransferredOut['data'] {
  const cause = history.findIndex(({ id }) => id === causeId);
  const found = history
    .slice(0, cause + 1)
    .findLast(
      ({ type, data }) => type === 'TransferredOut' && 'toCandidacyId' in data && data.toCandidacyId === toCandidacyId,
    );
  if (!found) throw new LedgerCorrupted(`nothing of event ${causeId} leads to candidacy ${toCandidacyId}`);
  return found.data as TransferredOut['data'];
}

/** One reading gives state and events, so that an outcome and the event that states it are of the same moment. */
function stateOf(history: readonly StoredEvent[]): Candidacy {
  return fold(candidacyStream, { state: candidacyStream.initial, revision: -1, receipts: new Map() }, history).state;
}

function statedBy(history: readonly StoredEvent[]): Departure['statedBy'] {
  const states = new Set([...Object.keys(KIND_OF), 'EvaluationBroughtOver', 'EvaluationCorrected']);
  return new Map(
    history
      .filter(({ type }) => states.has(type))
      .map(({ id, data }) => [(data as { readonly evaluationId: string }).evaluationId, id]),
  );
}
