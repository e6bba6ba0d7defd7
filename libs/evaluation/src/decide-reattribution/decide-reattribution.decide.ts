import { type Candidacy, type Evaluation, refusedFrozen } from '@minutier/candidacy';
import { authorityOf, findLine } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { Frame } from '../frame.js';
import { inForce, type InForceRefusal } from '../in-force.js';
import type { ReattributionEvent } from '../reattribution.events.js';
import type { Move, Reattribution } from '../reattribution.state.js';
import type { DecideReattribution, MoveInput } from './decide-reattribution.command.js';

export type DecideReattributionRefusal =
  | 'DATE_IN_FUTURE'
  | 'MOVE_REPEATED'
  | 'MOVE_TO_ITSELF'
  | 'MODALITY_UNKNOWN'
  | 'KIND_MISMATCH'
  | 'PLACE_TAKEN'
  | 'MARKS_FROZEN'
  | InForceRefusal;

/** A file that gives or receives, as it stands; `statedBy` tells the event that states each of its evaluations. */
export interface ConcernedFile {
  readonly candidacy: Candidacy;
  readonly frame: Pick<Frame, 'framework' | 'rules'>;
  readonly statedBy: ReadonlyMap<string, string>;
}
export type ConcernedFiles = ReadonlyMap<string, ConcernedFile>;

/**
 * Marks on the wrong files are moved by one decision that names every move. It is taken where each evaluation stands
 * and each place is, or becomes, free; each file then makes all its moves in one append, by reaction.
 */
export function decideReattribution(
  command: SealedCommand<DecideReattribution> & { readonly reattributionId: string },
  reattribution: Reattribution,
  files: ConcernedFiles,
): Decision<ReattributionEvent, DecideReattributionRefusal> {
  if (reattribution.status === 'decided') return [];
  const { reattributionId, decidedOn, reason, authority, context } = command;
  if (decidedOn > context.today)
    return refuse('DATE_IN_FUTURE', '/decidedOn', 'Cette date est à venir.', 'This day is still to come.');
  const moves: Move[] = [];
  for (const [index, input] of command.moves.entries()) {
    const move = moveFrom(input, `/moves/${index}`, files);
    if (isRefusal(move)) return move;
    moves.push({ reattributionId, move: index + 1, ...move });
  }
  const refusal = refusedTogether(moves, files);
  if (refusal) return refusal;
  const candidacyIds = [
    ...new Set(moves.flatMap(({ fromCandidacyId, toCandidacyId }) => [fromCandidacyId, toCandidacyId])),
  ];
  const why = { reason: { code: reason, text: null }, authority: authorityOf(authority) };
  return [
    {
      type: 'ReattributionDecided',
      data: { reattributionId, decidedOn, ...why, candidacyIds, moveCount: moves.length },
    },
    ...moves.map((data) => ({ type: 'ReattributionMoveDecided' as const, data })),
  ];
}

type Placed = Omit<Move, 'reattributionId' | 'move'>;

/** One move, its place completed from where the evaluation stands now. */
function moveFrom(
  { fromCandidacyId, fromEvaluationId, toCandidacyId, ...to }: MoveInput,
  at: string,
  files: ConcernedFiles,
): Placed | Refusal<DecideReattributionRefusal> {
  const from = files.get(fromCandidacyId)!;
  const found = inForce(from.candidacy, fromEvaluationId, `${at}/fromEvaluationId`);
  if (isRefusal(found)) return found;
  const { evaluation } = found;
  const { toModality = evaluation.modality, toOccurrence = evaluation.occurrence, toAttempt = evaluation.attempt } = to;
  const toSession = to.toSession ?? evaluation.session;
  const receiving = files.get(toCandidacyId)!;
  const refusal =
    refusedFrozen(found.file, evaluation.session, `${at}/fromEvaluationId`) ??
    refusedReceiving(receiving, { evaluation, toModality, toSession, at });
  if (refusal) return refusal;
  return {
    fromCandidacyId,
    fromEvaluationId,
    fromEventId: from.statedBy.get(fromEvaluationId)!,
    outcome: evaluation.outcome,
    toCandidacyId,
    toModality,
    toOccurrence,
    toAttempt,
    toSession,
  };
}

function refusedReceiving(
  { candidacy, frame }: ConcernedFile,
  given: { evaluation: Evaluation; toModality: string; toSession: number; at: string },
): Refusal<DecideReattributionRefusal> | undefined {
  const { evaluation, toModality, toSession, at } = given;
  if (candidacy.status === 'absent')
    return refuse(
      'CANDIDACY_NOT_FOUND',
      `${at}/toCandidacyId`,
      'Cette candidature n’existe pas.',
      'There is no such candidacy.',
    );
  const line = findLine(frame.framework, frame.rules, toModality);
  if (!line)
    return refuse(
      'MODALITY_UNKNOWN',
      `${at}/toModality`,
      `La fiche n’a pas de ligne ${toModality}.`,
      `The fiche has no line ${toModality}.`,
    );
  if (line.kind !== evaluation.kind)
    return refuse(
      'KIND_MISMATCH',
      `${at}/toModality`,
      `La ligne ${toModality} n’est pas de ce genre : « ${line.exact} ».`,
      `Line ${toModality} is not of this kind: “${line.exact}”.`,
    );
  return refusedFrozen(candidacy, toSession, `${at}/toSession`);
}

/** What the moves are to one another: no evaluation moves twice or stays, and no place is filled twice. */
function refusedTogether(
  moves: readonly Move[],
  files: ConcernedFiles,
): Refusal<'MOVE_REPEATED' | 'MOVE_TO_ITSELF' | 'PLACE_TAKEN'> | undefined {
  const leaving = moves.map(({ fromEvaluationId }) => fromEvaluationId);
  for (const [index, move] of moves.entries()) {
    const at = `/moves/${index}`;
    if (leaving.indexOf(move.fromEvaluationId) !== index)
      return refuse(
        'MOVE_REPEATED',
        `${at}/fromEvaluationId`,
        'Cette évaluation est déplacée deux fois.',
        'This evaluation moves twice.',
      );
    const standing = standingAt(move, files);
    if (standing?.evaluationId === move.fromEvaluationId)
      return refuse(
        'MOVE_TO_ITSELF',
        `${at}/toCandidacyId`,
        'Cette évaluation est déjà à cette place.',
        'This evaluation stands at that place already.',
      );
    const first = moves.findIndex((one) => placeOf(one) === placeOf(move));
    if (first !== index || (standing && !leaving.includes(standing.evaluationId)))
      return refuse(
        'PLACE_TAKEN',
        `${at}/toCandidacyId`,
        `La place (ligne ${move.toModality}, épreuve ${move.toOccurrence}, tentative ${move.toAttempt}) est prise, et aucun déplacement ne la libère.`,
        `The place (line ${move.toModality}, evaluation ${move.toOccurrence}, attempt ${move.toAttempt}) is filled, and no move frees it.`,
      );
  }
  return undefined;
}

function standingAt(move: Move, files: ConcernedFiles): Evaluation | undefined {
  const { candidacy } = files.get(move.toCandidacyId)!;
  if (candidacy.status === 'absent') return undefined;
  return [...candidacy.evaluations.values()].find(
    (one) => one.modality === move.toModality && one.occurrence === move.toOccurrence && one.attempt === move.toAttempt,
  );
}

function placeOf({ toCandidacyId, toModality, toOccurrence, toAttempt }: Move): string {
  return [toCandidacyId, toModality, toOccurrence, toAttempt].join(' ');
}
