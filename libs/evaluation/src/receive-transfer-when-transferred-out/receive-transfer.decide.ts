import {
  type Candidacy,
  type CandidacyEvent,
  candidacyStream,
  type EnrolledCandidacy,
  type Evaluation,
  type EvaluationBroughtOver,
  evaluationIdOf,
  isExcludedOn,
  nextEntry,
  refusedFrozen,
  type TransferredOut,
} from '@minutier/candidacy';
import { findLine, type Route, ruleOf } from '@minutier/framework';
import { isRefusal } from '@minutier/ledger';

import { refusedOccurrence } from '../assessment.js';
import type { Frame } from '../frame.js';
import { outcomeFrom } from '../outcome.js';
import { blindMarksAt, refusedPlace } from '../place.js';
import type { ReceiveTransfer } from './receive-transfer.command.js';

/** What is known of the candidacy of departure. */
export interface Departure {
  readonly transfer: TransferredOut['data'];
  /** As it stands now, not as it stood on leaving: a mark corrected meanwhile comes as corrected. */
  readonly candidacy: Candidacy;
  /** The event that states each evaluation's outcome as it stands. */
  readonly statedBy: ReadonlyMap<string, string>;
}

type Arriving = TransferredOut['data']['broughtOver'][number];

/**
 * The other cohort receives a candidate whole (entry, proof, and each result in a place that its own rules have and
 * that is free), or not at all: then the code that says why stands here.
 */
export function receiveTransfer(
  { candidacyId, fromCandidacyId }: ReceiveTransfer,
  candidacy: Candidacy,
  { transfer, candidacy: from, statedBy }: Departure,
  frame: Frame,
): readonly CandidacyEvent[] {
  const refused = (code: string): readonly CandidacyEvent[] => [
    { type: 'TransferInRefused', data: { fromCandidacyId, refused: code } },
  ];
  if (from.status === 'absent') return refused('CANDIDACY_NOT_FOUND');
  // Back there before the reaction came, or gone to yet another cohort.
  const isOnTheWay = from.departure?.kind === 'transferred' && from.transfer?.toCandidacyId === candidacyId;
  if (!isOnTheWay) return refused('CANDIDACY_NOT_ENDED');
  const barred = barredArrival(transfer, candidacy, from, frame);
  if (barred) return refused(barred);
  const broughtOver = [...transfer.broughtOver].sort((one, other) => one.toAttempt - other.toAttempt);
  const events: CandidacyEvent[] = [
    startOf(candidacyId, fromCandidacyId, candidacy, from, transfer, frame),
    { type: 'TransferredIn', data: { fromCandidacyId, broughtOverCount: broughtOver.length } },
  ];
  let standing = events.reduce(candidacyStream.evolve, candidacy) as EnrolledCandidacy;
  for (const arriving of broughtOver) {
    const evaluation = from.evaluations.get(arriving.evaluationId);
    if (!evaluation) return refused('EVALUATION_NOT_FOUND');
    const code = barredResult(arriving, evaluation, transfer, standing, frame);
    if (code) return refused(code);
    const fromEventId = statedBy.get(arriving.evaluationId)!;
    const brought = broughtOverAs(arriving, { ...evaluation, fromCandidacyId, fromEventId }, transfer, standing, frame);
    events.push(brought);
    standing = candidacyStream.evolve(standing, brought) as EnrolledCandidacy;
  }
  return events;
}

/** Why the candidate cannot begin, or begin again, in the cohort: the codes of an enrolment and of a readmission. */
function barredArrival(
  { toRoute, effectiveOn }: TransferredOut['data'],
  candidacy: Candidacy,
  { enteredOn }: EnrolledCandidacy,
  { cohort, framework }: Frame,
): string | undefined {
  if (cohort.status === 'absent') return 'COHORT_NOT_FOUND';
  if (cohort.closedOn !== null) return 'COHORT_CLOSED';
  if (candidacy.status === 'enrolled') {
    if (candidacy.departure === null) return 'ALREADY_ENROLLED';
    if (effectiveOn < candidacy.departure.on) return 'RETURN_BEFORE_DEPARTURE';
    if (isExcludedOn(candidacy, effectiveOn)) return 'SANCTION_BARS';
  }
  if (!framework.routes.some(({ code, open }) => code === toRoute && open)) return 'ROUTE_CLOSED';
  if (enteredOn > cohort.endsOn) return 'ENTERED_AFTER_COHORT';
  if (enteredOn > framework.registration.validUntil) return 'ENTERED_AFTER_EXPIRY';
  return undefined;
}

/** The first enrolment in the cohort, or the return to it. Entry, proof and numbers go with the person. */
function startOf(
  candidacyId: string,
  fromCandidacyId: string,
  candidacy: Candidacy,
  { personId, enteredOn, entryProof, ine, cpfFile }: EnrolledCandidacy,
  { toCohortId, toRoute, effectiveOn, document, authority }: TransferredOut['data'],
  { framework }: Frame,
): CandidacyEvent {
  if (candidacy.status === 'enrolled') {
    const returned = { returnedOn: effectiveOn, route: toRoute, enteredOn, entryProof };
    return { type: 'Readmitted', data: { ...returned, fromCandidacyId, document, authority } };
  }
  return {
    type: 'Enrolled',
    data: {
      candidacyId,
      personId,
      cohortId: toCohortId,
      route: toRoute as Route,
      enteredOn,
      entryProof,
      centreId: null,
      candidateNumber: `C-${candidacyId.slice(0, 8).toUpperCase()}`,
      framework: { number: framework.number, version: framework.version },
      ine,
      cpfFile,
    },
  };
}

/** Why a result cannot count there: the codes of an evaluation, as far as they concern where it counts and what it says. */
function barredResult(
  { toModality, toOccurrence, toAttempt }: Arriving,
  { kind, heldOn, outcome }: Evaluation,
  { toRoute, toSession }: TransferredOut['data'],
  standing: EnrolledCandidacy,
  frame: Frame,
): string | undefined {
  const { framework, rules, cohort } = frame;
  const line = findLine(framework, rules, toModality);
  if (!line) return 'MODALITY_UNKNOWN';
  if (line.kind !== kind) return 'KIND_MISMATCH';
  if (!ruleOf(rules, line.id)?.routes.some((code) => code === toRoute)) return 'ROUTE_DOES_NOT_SIT';
  const session = cohort.status === 'open' ? cohort.sessions.find((one) => one.session === toSession) : undefined;
  if (!session) return 'SESSION_UNKNOWN';
  if (session.closedOn !== null) return 'SESSION_CLOSED';
  const place = { modality: line.id, occurrence: toOccurrence, attempt: toAttempt, session: session.session, heldOn };
  if (blindMarksAt(standing, place)) return 'BLIND_MARKS_INCOMPLETE';
  // It was marked in its own cohort: the rule by which marks are given blind asks nothing of it.
  const markedAlready = { kind: 'blind-marks', id: standing.candidacyId, line: 1 } as const;
  const refusal =
    refusedFrozen(standing, session.session) ??
    refusedOccurrence(toOccurrence, line, rules) ??
    refusedPlace(place, standing, frame, markedAlready);
  if (refusal) return refusal.refused;
  const said = outcomeFrom(outcome, line.id, rules);
  return isRefusal(said) ? said.refused : undefined;
}

/** The result as it counts here; day, centre and outcome as they are stated there. */
function broughtOverAs(
  { evaluationId: fromEvaluationId, toModality: modality, toOccurrence: occurrence, toAttempt: attempt }: Arriving,
  stated: Evaluation & Pick<EvaluationBroughtOver['data'], 'fromCandidacyId' | 'fromEventId'>,
  { toSession }: TransferredOut['data'],
  standing: EnrolledCandidacy,
  { rules }: Frame,
): EvaluationBroughtOver {
  const { fromCandidacyId, fromEventId, kind, centreId, heldOn, outcome } = stated;
  const place = { modality, occurrence, attempt };
  const entry = nextEntry(standing, place);
  return {
    type: 'EvaluationBroughtOver',
    data: {
      evaluationId: evaluationIdOf(standing.candidacyId, { ...place, entry }),
      fromCandidacyId,
      fromEvaluationId,
      fromEventId,
      kind,
      ...place,
      entry,
      session: toSession!,
      centreId,
      heldOn,
      outcome,
      correspondenceId: null,
      rules: { id: rules.rulesId, version: rules.version },
    },
  };
}
