import {
  type Candidacy,
  type CandidacyEvent,
  candidacyStream,
  type EnrolledCandidacy,
  evaluationIdOf,
  type EvaluationEvent,
  KIND_OF,
  nextEntry,
  refusedAbsent,
  refusedFrozen,
} from '@minutier/candidacy';
import { isRefusal, type Refusal, refuse } from '@minutier/ledger';

import { assess } from '../assessment.js';
import type { Frame } from '../frame.js';
import { inForce } from '../in-force.js';
import { sameOutcome } from '../outcome.js';
import type { DecidedReattribution, Move } from '../reattribution.state.js';
import type { StandingEvaluation } from '../standing-evaluation.js';
import type { MoveEvaluations } from './move-evaluations.command.js';

/** A file that gives or receives; `made` once it has made its moves. */
export interface MovingFile {
  readonly candidacy: Candidacy;
  readonly frame: Frame;
  readonly made: boolean;
}

/** What moves and to where: every file, and each move's evaluation sealed for whom it goes to; `erased` where it cannot be. */
export interface Moving {
  readonly files: ReadonlyMap<string, MovingFile>;
  readonly evaluations: ReadonlyMap<number, StandingEvaluation | 'erased' | undefined>;
}

/**
 * A file makes all its moves or none: it gives, then it receives what others give, as it stood there and as corrected.
 * It makes none that another file is known to refuse, since a mark would then stand in two files, or in none.
 */
export function moveEvaluations(
  { candidacyId, context }: MoveEvaluations,
  candidacy: Candidacy,
  reattribution: DecidedReattribution,
  moving: Moving,
): readonly CandidacyEvent[] {
  const own = moving.files.get(candidacyId)!;
  if (own.made) return [];
  const moves = movesOf(candidacyId, { ...own, candidacy }, reattribution, moving, context);
  const others = reattribution.candidacyIds.filter((id) => id !== candidacyId && !moving.files.get(id)!.made);
  const refused = isRefusal(moves) ? moves.refused : refusedElsewhere(others, reattribution, moving, context);
  return refused === undefined
    ? (moves as readonly CandidacyEvent[])
    : refusedMoves(candidacyId, reattribution, refused);
}

/** The file makes none of its moves, with the code that says why. */
export function refusedMoves(
  candidacyId: string,
  { reattributionId, moves }: DecidedReattribution,
  refused: string,
): readonly CandidacyEvent[] {
  const concerned = moves.filter((move) => [move.fromCandidacyId, move.toCandidacyId].includes(candidacyId));
  const numbers = concerned.map(({ move }) => move);
  return [{ type: 'ReattributionRefused', data: { reattributionId, moves: numbers, refused } }];
}

/** Why one of the other files would not make its moves, or why a person has said that it never will. */
function refusedElsewhere(
  others: readonly string[],
  reattribution: DecidedReattribution,
  moving: Moving,
  context: MoveEvaluations['context'],
): string | undefined {
  for (const id of others) {
    const settled = reattribution.refusals.find(({ candidacyId }) => candidacyId === id);
    if (settled && settled.settlement !== null && settled.settlement !== 'tried-again') return settled.refused;
    const moves = movesOf(id, moving.files.get(id)!, reattribution, moving, context);
    if (isRefusal(moves)) return moves.refused;
  }
  return undefined;
}

/** All the moves of one file, or why it makes none. */
function movesOf(
  candidacyId: string,
  { candidacy, frame }: MovingFile,
  reattribution: DecidedReattribution,
  moving: Moving,
  context: MoveEvaluations['context'],
): readonly CandidacyEvent[] | Refusal {
  const absent = refusedAbsent(candidacy);
  if (absent) return absent;
  const before = candidacy as EnrolledCandidacy;
  const { moves, reason, authority } = reattribution;
  const facts: CandidacyEvent[] = [];
  for (const move of moves.filter(({ fromCandidacyId }) => fromCandidacyId === candidacyId)) {
    const refusal = refusedGiving(move, before);
    if (refusal) return refusal;
    const { reattributionId, move: number, fromEvaluationId: evaluationId, outcome, toCandidacyId } = move;
    facts.push({
      type: 'EvaluationGiven',
      data: { reattributionId, move: number, evaluationId, outcome, toCandidacyId, reason, authority },
    });
  }
  const received = moves
    .filter(({ toCandidacyId }) => toCandidacyId === candidacyId)
    // A second attempt has its place only after the first.
    .sort((one, other) => one.toAttempt - other.toAttempt || one.move - other.move);
  for (const move of received) {
    const standing = facts.reduce(candidacyStream.evolve, candidacy) as EnrolledCandidacy;
    const evaluation = receivedEvaluation(move, moving.evaluations.get(move.move));
    if (isRefusal(evaluation)) return evaluation;
    const stated = statedHere(move, withReferences(evaluation, move, received, before), standing, frame, context);
    if (isRefusal(stated)) return stated;
    const { reattributionId, move: number, fromCandidacyId, fromEvaluationId, fromEventId } = move;
    const { evaluationId } = stated.data;
    const from = { reattributionId, move: number, evaluationId, fromCandidacyId, fromEvaluationId, fromEventId };
    facts.push({ type: 'EvaluationReceived', data: { ...from, reason, authority } }, stated);
  }
  return facts;
}

function refusedGiving(move: Move, candidacy: EnrolledCandidacy): Refusal | undefined {
  const found = inForce(candidacy, move.fromEvaluationId);
  if (isRefusal(found)) return found;
  if (!sameOutcome(found.evaluation.outcome, move.outcome)) return outcomeChanged();
  return refusedFrozen(candidacy, found.evaluation.session);
}

function outcomeChanged(): Refusal<'OUTCOME_CHANGED_MEANWHILE'> {
  return refuse(
    'OUTCOME_CHANGED_MEANWHILE',
    undefined,
    'Le résultat n’est plus celui que la décision déplace.',
    'The outcome is no longer the one that the decision moves.',
  );
}

/** The evaluation as it stood in the giving file; its personal texts must have been readable, to be sealed again. */
function receivedEvaluation(
  { outcome }: Move,
  evaluation: StandingEvaluation | 'erased' | undefined,
): StandingEvaluation | Refusal {
  if (evaluation === 'erased')
    return refuse(
      'KEYS_DESTROYED',
      undefined,
      'Un texte scellé de cette évaluation ne peut plus être lu.',
      'A sealed text of this evaluation can be read no more.',
    );
  if (evaluation === undefined)
    return refuse('EVALUATION_NOT_FOUND', undefined, 'Cette évaluation n’est plus là.', 'This evaluation is gone.');
  return sameOutcome(evaluation.data.outcome, outcome) ? evaluation : outcomeChanged();
}

/** The kind's own event, as the receiving file takes it: what holds of every evaluation holds of one that moves here. */
function statedHere(
  { reattributionId, move, fromCandidacyId, toModality, toOccurrence, toAttempt, toSession }: Move,
  { type, data }: StandingEvaluation,
  candidacy: EnrolledCandidacy,
  frame: Frame,
  context: MoveEvaluations['context'],
): EvaluationEvent | Refusal {
  const { heldOn, centreId, outcome, conduct, appreciation, accommodationIds, facts } = data;
  const { candidacyId } = candidacy;
  const assessed = assess(
    {
      context,
      candidacyId,
      modality: toModality,
      occurrence: toOccurrence,
      attempt: toAttempt,
      session: toSession,
      heldOn,
      ...(centreId === null ? {} : { centreId }),
      outcome,
      conduct,
      appreciation,
      // Accommodations were granted to a person, and stay with that person's file.
      accommodationIds: fromCandidacyId === candidacyId ? accommodationIds : [],
    },
    candidacy,
    frame,
    {
      kind: KIND_OF[type],
      facts: facts ?? undefined,
      origin: { kind: 'reattribution', id: reattributionId, line: move },
    },
  );
  return isRefusal(assessed) ? assessed : ({ type, data: assessed } as EvaluationEvent);
}

const REFERENCES = ['companyEvaluationId', 'reportId', 'fileEvaluationId'] as const;

/** What its facts name of the file that it leaves: under its new id where it comes along, else nothing. */
function withReferences(
  evaluation: StandingEvaluation,
  { fromCandidacyId, toCandidacyId }: Move,
  received: readonly Move[],
  candidacy: EnrolledCandidacy,
): StandingEvaluation {
  const named = evaluation.data.facts as Partial<Record<(typeof REFERENCES)[number], string | null>> | null;
  const present = REFERENCES.filter((field) => named?.[field] != null);
  if (present.length === 0) return evaluation;
  const here = (id: string): string | null => {
    const along = received.find(({ fromEvaluationId }) => fromEvaluationId === id);
    return along ? idHere(along, candidacy) : fromCandidacyId === toCandidacyId ? id : null;
  };
  const facts = { ...named, ...Object.fromEntries(present.map((field) => [field, here(named![field]!)])) };
  return { ...evaluation, data: { ...evaluation.data, facts } } as StandingEvaluation;
}

function idHere({ toModality, toOccurrence, toAttempt }: Move, candidacy: EnrolledCandidacy): string {
  const place = { modality: toModality, occurrence: toOccurrence, attempt: toAttempt };
  return evaluationIdOf(candidacy.candidacyId, { ...place, entry: nextEntry(candidacy, place) });
}
