import {
  type Assessed,
  type Candidacy,
  type Conduct,
  type Evaluation,
  evaluationIdOf,
  evaluationsOf,
  type Origin,
  type Outcome,
} from '@minutier/candidacy';
import type { Cohort } from '@minutier/cohort';
import { type EvaluationKind, findModality, type Modality, ruleOf, type Rules } from '@minutier/framework';
import { isRefusal, type Refusal, refuse, type Sealed } from '@minutier/ledger';

import type { AssessmentInput, ConductInput, OutcomeInput } from './assessment-input.js';
import { conductFrom, type ConductRefusal } from './conduct.js';
import type { Frame } from './frame.js';
import { outcomeFrom, type OutcomeRefusal } from './outcome.js';

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
  | 'EVALUATION_ALREADY_RECORDED'
  | 'ATTEMPT_OUT_OF_ORDER'
  | 'FACTS_MISSING'
  | 'FACTS_UNEXPECTED'
  | OutcomeRefusal
  | ConductRefusal;

/** The fields that every kind's command has once its personal texts are sealed. */
export type SealedAssessment = Pick<
  AssessmentInput,
  'context' | 'candidacyId' | 'modality' | 'occurrence' | 'attempt' | 'session' | 'centreId' | 'heldOn'
> & {
  readonly appreciation: Sealed | null;
  readonly outcome: OutcomeInput | Outcome;
  readonly conduct?: ConductInput | Conduct | null;
};

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
  if (candidacy.status === 'absent') {
    return refuse('CANDIDACY_NOT_FOUND', undefined, 'Cette candidature n’existe pas.', 'There is no such candidacy.');
  }
  const modality = findModality(frame.framework, command.modality)?.modality;
  if (!modality)
    return refuse(
      'MODALITY_UNKNOWN',
      '/modality',
      `La fiche n’a pas de ligne ${command.modality}.`,
      `The fiche has no line ${command.modality}.`,
    );
  const refusal =
    refusedKind(modality, kind, origin) ??
    refusedRoute(modality, candidacy.route, frame.rules) ??
    refusedDay(command, frame.cohort) ??
    refusedOccurrence(command.occurrence, modality, frame.rules) ??
    refusedPlace(command, modality, candidacy);
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
  const { occurrence, attempt, session, centreId, heldOn, appreciation } = command;
  const entry = 1;
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
    accommodationIds: [],
    origin: origin ?? null,
    rules: { id: frame.rules.rulesId, version: frame.rules.version },
  };
}

function refusedKind(
  modality: Modality,
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
  if (modality.work === 'group' && origin?.kind !== 'group-work') {
    return refuse(
      'GROUP_WORK_REQUIRED',
      '/modality',
      `La ligne ${modality.id} est un travail en groupe : enregistrez le groupe entier.`,
      `Line ${modality.id} is group work: record the whole group.`,
    );
  }
  return undefined;
}

function refusedRoute(modality: Modality, route: string, rules: Rules): Refusal<AssessmentRefusal> | undefined {
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
): Refusal<'SESSION_UNKNOWN' | 'HELD_OUTSIDE_SESSION' | 'HELD_IN_FUTURE'> | undefined {
  const opened = cohort.status === 'open' ? cohort.sessions.find((one) => one.session === session) : undefined;
  if (!opened)
    return refuse(
      'SESSION_UNKNOWN',
      '/session',
      `La promotion n’a pas de session ${session}.`,
      `The cohort has no session ${session}.`,
    );
  if (heldOn < opened.opensOn || heldOn > opened.closesOn) {
    return refuse(
      'HELD_OUTSIDE_SESSION',
      '/heldOn',
      `La session ${session} court du ${opened.opensOn} au ${opened.closesOn}.`,
      `Session ${session} runs from ${opened.opensOn} to ${opened.closesOn}.`,
    );
  }
  if (heldOn > context.today)
    return refuse('HELD_IN_FUTURE', '/heldOn', 'Cette date est à venir.', 'This day is still to come.');
  return undefined;
}

/** Why an occurrence is not one that the line counts. */
export function refusedOccurrence(
  occurrence: number,
  modality: Modality,
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

function refusedPlace(
  { occurrence, attempt }: SealedAssessment,
  modality: Modality,
  candidacy: Candidacy,
): Refusal<AssessmentRefusal> | undefined {
  const attempts = attemptsAt(candidacy, modality.id, occurrence);
  if (attempts.some((one) => one.attempt === attempt)) {
    return refuse(
      'EVALUATION_ALREADY_RECORDED',
      '/attempt',
      `L’épreuve ${occurrence} de la ligne ${modality.id} est déjà enregistrée pour cette tentative : corrigez-la.`,
      `Evaluation ${occurrence} of line ${modality.id} is recorded already for this attempt: correct it.`,
    );
  }
  if (attempt !== attempts.length + 1) {
    return refuse(
      'ATTEMPT_OUT_OF_ORDER',
      '/attempt',
      `La prochaine tentative est la n° ${attempts.length + 1}.`,
      `The next attempt is number ${attempts.length + 1}.`,
    );
  }
  return undefined;
}

function attemptsAt(candidacy: Candidacy, modality: string, occurrence: number): Evaluation[] {
  return [...evaluationsOf(candidacy).values()].filter(
    (one) => one.modality === modality && one.occurrence === occurrence,
  );
}
