import type { Cohort } from '@minutier/cohort';
import { authorityOf, type Framework, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyIdOf } from '../candidacy-ids.js';
import { type EndedRefusal, refusedAbsent, refusedEnded } from '../candidacy-refusals.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import { isExcludedOn } from '../discipline.state.js';
import type { BroughtOverInput, TransferCandidate } from './transfer-candidate.command.js';

export type TransferCandidateRefusal =
  | EndedRefusal
  | 'COHORT_NOT_FOUND'
  | 'SAME_COHORT'
  | 'ROUTE_CLOSED'
  | 'SANCTION_BARS'
  | 'SESSION_UNKNOWN'
  | 'EVALUATION_NOT_FOUND'
  | 'PLACE_REPEATED';

/** Where the candidate goes: the cohort, and the framework that it is pinned to. */
export interface Destination {
  readonly cohort: Cohort;
  readonly framework: Framework | undefined;
}

/** A transfer ends the candidacy here; whether it is received is the other cohort's to say. */
export function transferCandidate(
  command: SealedCommand<TransferCandidate>,
  candidacy: Candidacy,
  destination: Destination,
): Decision<CandidacyEvent, TransferCandidateRefusal> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const { toCohortId, toRoute, effectiveOn, toSession, broughtOver = [], document, authority } = command;
  const refusal =
    refusedEnded(candidacy) ??
    refusedDestination(command, candidacy, destination) ??
    refusedExclusion(candidacy, effectiveOn) ??
    refusedResults(command, broughtOver, candidacy);
  if (refusal) return refusal;
  return [
    {
      type: 'TransferredOut',
      data: {
        toCohortId,
        toCandidacyId: candidacyIdOf(toCohortId, candidacy.personId),
        toRoute,
        effectiveOn,
        toSession: toSession ?? null,
        broughtOver: broughtOver.map(({ evaluationId, toModality, toOccurrence, toAttempt }) => ({
          evaluationId,
          toModality,
          toOccurrence,
          toAttempt,
        })),
        document: document ?? null,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedDestination(
  { toCohortId, toRoute }: Pick<TransferCandidate, 'toCohortId' | 'toRoute'>,
  { cohortId }: EnrolledCandidacy,
  { cohort, framework }: Destination,
): Refusal<'COHORT_NOT_FOUND' | 'SAME_COHORT' | 'ROUTE_CLOSED'> | undefined {
  if (cohort.status === 'absent' || !framework)
    return refuse('COHORT_NOT_FOUND', '/toCohortId', 'Cette promotion n’existe pas.', 'There is no such cohort.');
  if (toCohortId === cohortId)
    return refuse(
      'SAME_COHORT',
      '/toCohortId',
      'Le candidat est déjà dans cette promotion.',
      'The candidate is in this cohort already.',
    );
  const access = framework.routes.find(({ code }) => code === toRoute);
  if (access?.open) return undefined;
  return refuse(
    'ROUTE_CLOSED',
    '/toRoute',
    `La fiche ${framework.number} n’ouvre pas cette voie : « ${access?.exact ?? toRoute} ».`,
    `Fiche ${framework.number} does not open this route: “${access?.exact ?? toRoute}”.`,
  );
}

function refusedExclusion(candidacy: EnrolledCandidacy, day: string): Refusal<'SANCTION_BARS'> | undefined {
  if (!isExcludedOn(candidacy, day)) return undefined;
  return refuse(
    'SANCTION_BARS',
    '/effectiveOn',
    'Une exclusion est en cours à cette date.',
    'An exclusion runs on this day.',
  );
}

/** Results are in force here, each fills one place there, and they count in a session; none count in no session. */
function refusedResults(
  { toSession }: Pick<TransferCandidate, 'toSession'>,
  broughtOver: readonly BroughtOverInput[],
  { evaluations }: EnrolledCandidacy,
): Refusal<'SESSION_UNKNOWN' | 'EVALUATION_NOT_FOUND' | 'PLACE_REPEATED'> | undefined {
  if (broughtOver.length > 0 !== (toSession !== undefined))
    return refuse(
      'SESSION_UNKNOWN',
      '/toSession',
      'Donnez la session d’arrivée si des résultats sont repris, et seulement alors.',
      'Give the session of arrival where results are brought over, and only then.',
    );
  const absent = broughtOver.findIndex(({ evaluationId }) => !evaluations.has(evaluationId));
  if (absent !== -1)
    return refuse(
      'EVALUATION_NOT_FOUND',
      `/broughtOver/${absent}/evaluationId`,
      'Cette évaluation n’est pas en vigueur dans le dossier du candidat.',
      'This evaluation is not in force in the candidate’s file.',
    );
  const places = broughtOver.map(({ toModality, toOccurrence, toAttempt }) =>
    [toModality, toOccurrence, toAttempt].join(' '),
  );
  const repeated = places.findIndex((place, index) => places.indexOf(place) !== index);
  if (repeated === -1) return undefined;
  return refuse(
    'PLACE_REPEATED',
    `/broughtOver/${repeated}`,
    'Deux résultats rempliraient la même place.',
    'Two results would fill one place.',
  );
}
