import {
  type Assessed,
  type Candidacy,
  evaluationIdOf,
  nextEntry,
  type Origin,
  refusedAbsent,
  routeOn,
} from '@minutier/candidacy';
import type { Cohort, Session } from '@minutier/cohort';
import { type EvaluationKind, findLine, type Line, refusedCentre, ruleOf, type Rules } from '@minutier/framework';
import { isRefusal, type Refusal, refuse } from '@minutier/ledger';

import { conductFrom, type ConductRefusal } from './conduct.js';
import type { Frame } from './frame.js';
import { outcomeFrom, type OutcomeRefusal } from './outcome.js';
import type { SealedAssessment } from './sealed-assessment.js';
import { type PlaceRefusal, refusedLinks, refusedPlace, refusedTime } from './place.js';

export type AssessmentRefusal =
  | 'CANDIDACY_NOT_FOUND'
  | 'MODALITY_UNKNOWN'
  | 'KIND_MISMATCH'
  | 'GROUP_WORK_REQUIRED'
  | 'ROUTE_DOES_NOT_SIT'
  | 'SESSION_UNKNOWN'
  | 'HELD_OUTSIDE_SESSION'
  | 'HELD_IN_FUTURE'
  | 'OCCURRENCE_UNKNOWN'
  | 'FACTS_MISSING'
  | 'FACTS_UNEXPECTED'
  | 'SESSION_CLOSED'
  | 'CENTRE_NOT_ENTITLED'
  | PlaceRefusal
  | OutcomeRefusal
  | ConductRefusal;

/** What a kind adds: its own facts, or the reason why they are refused; absent where nothing was held. */
export interface KindOfAssessment<Facts, Code extends string = never> {
  readonly kind: EvaluationKind;
  readonly facts: Facts | Refusal<Code> | undefined;
  readonly origin?: Origin;
}

/**
 * What holds for every kind of evaluation: the line is of that kind and sat by that route, the place is the next free
 * one, the session is open on that day, the outcome is one that the rules know, and conduct and facts stand exactly
 * where something was held.
 */
export function assess<Facts extends object, Code extends string = never>(
  command: SealedAssessment,
  candidacy: Candidacy,
  frame: Frame,
  { kind, facts, origin }: KindOfAssessment<Facts, Code>,
): Assessed<Facts> | Refusal<AssessmentRefusal | Code> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const modality = findLine(frame.framework, frame.rules, command.modality);
  if (!modality)
    return refuse(
      'MODALITY_UNKNOWN',
      '/modality',
      `La fiche n’a pas de ligne ${command.modality}.`,
      `The fiche has no line ${command.modality}.`,
    );
  const refusal =
    refusedKind(modality, kind, origin) ??
    refusedRoute(modality, routeOn(candidacy, command.heldOn), frame.rules) ??
    refusedDay(command, frame.cohort) ??
    refusedOccurrence(command.occurrence, modality, frame.rules) ??
    refusedPlace(command, candidacy, frame, origin) ??
    refusedTime(command, candidacy) ??
    refusedCentre(frame.centre, { number: frame.framework.number, scope: 'evaluate', day: command.heldOn }) ??
    refusedLinks(command.conduct, candidacy);
  if (refusal) return refusal;
  const outcome = outcomeFrom(command.outcome, modality.id, frame.rules);
  if (isRefusal(outcome)) return outcome;
  const conduct = conductFrom(command.conduct, outcome, modality, frame);
  if (conduct !== null && isRefusal(conduct)) return conduct;
  const held = outcome.kind === 'result';
  if (held && facts === undefined)
    return refuse(
      'FACTS_MISSING',
      '/facts',
      'Les faits propres à cette épreuve sont obligatoires.',
      'The facts of this kind of evaluation are required.',
    );
  if (!held && facts !== undefined)
    return refuse(
      'FACTS_UNEXPECTED',
      '/facts',
      'Sans résultat, il n’y a pas de faits à décrire.',
      'Without a result there are no facts to describe.',
    );
  if (facts !== undefined && isRefusal(facts)) return facts;
  const { occurrence, attempt, session, centreId, heldOn, appreciation, accommodationIds = [] } = command;
  const entry = nextEntry(candidacy, command);
  return {
    evaluationId: evaluationIdOf(candidacy.candidacyId, { modality: modality.id, occurrence, attempt, entry }),
    modality: modality.id,
    occurrence,
    attempt,
    entry,
    session,
    centreId: centreId ?? null,
    heldOn,
    outcome,
    conduct,
    facts: facts ?? null,
    appreciation,
    accommodationIds: [...accommodationIds],
    origin: origin ?? null,
    rules: { id: frame.rules.rulesId, version: frame.rules.version },
  };
}

function refusedKind(
  modality: Line,
  kind: EvaluationKind,
  origin: Origin | undefined,
): Refusal<AssessmentRefusal> | undefined {
  if (modality.kind !== kind) {
    return refuse(
      'KIND_MISMATCH',
      '/modality',
      `La ligne ${modality.id} n’est pas de ce genre : « ${modality.exact} ».`,
      `Line ${modality.id} is not of this kind: “${modality.exact}”.`,
    );
  }
  // What moves here from another file was a group's work there already.
  if (modality.work === 'group' && origin?.kind !== 'group-work' && origin?.kind !== 'reattribution') {
    return refuse(
      'GROUP_WORK_REQUIRED',
      '/modality',
      `La ligne ${modality.id} est un travail en groupe : enregistrez le groupe entier.`,
      `Line ${modality.id} is group work: record the whole group.`,
    );
  }
  return undefined;
}

function refusedRoute(modality: Line, route: string, rules: Rules): Refusal<AssessmentRefusal> | undefined {
  const rule = ruleOf(rules, modality.id);
  if (rule?.routes.some((code) => code === route)) return undefined;
  return refuse(
    'ROUTE_DOES_NOT_SIT',
    '/modality',
    `Par cette voie d’accès (${route}), le règlement ne prévoit pas la ligne ${modality.id}.`,
    `By this access route (${route}) the rules do not foresee line ${modality.id}.`,
  );
}

/** Why a session or a day is not one on which the cohort is assessed. */
export function refusedDay(
  { session, heldOn, context }: Pick<SealedAssessment, 'session' | 'heldOn' | 'context'>,
  cohort: Cohort,
): Refusal<'SESSION_UNKNOWN' | 'SESSION_CLOSED' | 'HELD_OUTSIDE_SESSION' | 'HELD_IN_FUTURE'> | undefined {
  const opened = cohort.status === 'open' ? cohort.sessions.find((one) => one.session === session) : undefined;
  if (!opened)
    return refuse(
      'SESSION_UNKNOWN',
      '/session',
      `La promotion n’a pas de session ${session}.`,
      `The cohort has no session ${session}.`,
    );
  if (opened.closedOn !== null)
    return refuse(
      'SESSION_CLOSED',
      '/session',
      `La session ${session} est close depuis le ${opened.closedOn}.`,
      `Session ${session} was closed on ${opened.closedOn}.`,
    );
  return refusedHeldOn(heldOn, opened, context.today);
}

/** Why a day is not one of a session, or not over yet. */
export function refusedHeldOn(
  heldOn: string,
  { session, opensOn, closesOn }: Session,
  today: string,
  at = '',
): Refusal<'HELD_OUTSIDE_SESSION' | 'HELD_IN_FUTURE'> | undefined {
  if (heldOn < opensOn || heldOn > closesOn) {
    return refuse(
      'HELD_OUTSIDE_SESSION',
      `${at}/heldOn`,
      `La session ${session} court du ${opensOn} au ${closesOn}.`,
      `Session ${session} runs from ${opensOn} to ${closesOn}.`,
    );
  }
  if (heldOn > today)
    return refuse('HELD_IN_FUTURE', `${at}/heldOn`, 'Cette date est à venir.', 'This day is still to come.');
  return undefined;
}

/** Why an occurrence is not one that the line counts. */
export function refusedOccurrence(
  occurrence: number,
  modality: Pick<Line, 'id' | 'exact'>,
  rules: Rules,
): Refusal<'OCCURRENCE_UNKNOWN'> | undefined {
  const expected = ruleOf(rules, modality.id)?.expectedOccurrences ?? null;
  if (expected === null || occurrence <= expected) return undefined;
  return refuse(
    'OCCURRENCE_UNKNOWN',
    '/occurrence',
    `La ligne ${modality.id} compte ${expected} épreuve(s) : « ${modality.exact} ».`,
    `Line ${modality.id} counts ${expected} evaluation(s): “${modality.exact}”.`,
  );
}
