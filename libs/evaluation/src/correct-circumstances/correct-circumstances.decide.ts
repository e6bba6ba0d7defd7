import type { Candidacy, CandidacyEvent, Evaluation, EvaluationCircumstancesCorrected } from '@minutier/candidacy';
import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { refusedHeldOn } from '../assessment.js';
import type { Frame } from '../frame.js';
import { inForce, type InForceRefusal } from '../in-force.js';
import { sameValue } from '../outcome.js';
import { refusedAccommodations, refusedBeforeEntry } from '../place.js';
import type { CircumstancesInput, CorrectCircumstances } from './correct-circumstances.command.js';

export type CorrectCircumstancesRefusal =
  | 'CIRCUMSTANCES_CHANGED_MEANWHILE'
  | 'CIRCUMSTANCES_UNCHANGED'
  | 'CONDUCT_UNEXPECTED'
  | 'HELD_OUTSIDE_SESSION'
  | 'HELD_IN_FUTURE'
  | 'HELD_BEFORE_ENTRY'
  | 'ACCOMMODATION_NOT_GRANTED'
  | InForceRefusal;

type Circumstances = EvaluationCircumstancesCorrected['data']['to'];

/**
 * Day, centre, sitting and accommodations are put right even after the freeze and after a decision, since no mark rests
 * on them; they stay within what holds of the evaluation's own session.
 */
export function correctCircumstances(
  command: SealedCommand<CorrectCircumstances>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, CorrectCircumstancesRefusal> {
  const { evaluationId, authority } = command;
  const found = inForce(candidacy, evaluationId);
  if (isRefusal(found)) return found;
  const { file, evaluation } = found;
  const [from, to] = [circumstancesFrom(command.from), circumstancesFrom(command.to)];
  if (!sameCircumstances(from, circumstancesOf(evaluation)))
    return refuse(
      'CIRCUMSTANCES_CHANGED_MEANWHILE',
      '/from',
      'Les circonstances inscrites ne sont plus celles que vous avez lues.',
      'The circumstances that stand are no longer those that you read.',
    );
  if (sameCircumstances(from, to))
    return refuse('CIRCUMSTANCES_UNCHANGED', '/to', 'L’évaluation dit déjà cela.', 'The evaluation says this already.');
  const refusal =
    refusedSitting(to, evaluation) ??
    refusedSessionDay(to.heldOn, evaluation, frame, command.context.today) ??
    refusedBeforeEntry(to.heldOn, file.enteredOn, '/to') ??
    refusedAccommodations(to.accommodationIds, to.heldOn, file, '/to');
  if (refusal) return refusal;
  return [
    {
      type: 'EvaluationCircumstancesCorrected',
      data: { evaluationId, from, to, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}

function circumstancesFrom({ heldOn, centreId, sittingId, accommodationIds = [] }: CircumstancesInput): Circumstances {
  return { heldOn, centreId: centreId ?? null, sittingId: sittingId ?? null, accommodationIds: [...accommodationIds] };
}

function circumstancesOf({ heldOn, centreId, conduct, accommodationIds }: Evaluation): Circumstances {
  return { heldOn, centreId, sittingId: conduct?.sittingId ?? null, accommodationIds };
}

/** In which order accommodations were named says nothing. */
function sameCircumstances(one: Circumstances, other: Circumstances): boolean {
  const sorted = ({ accommodationIds, ...rest }: Circumstances) => ({
    ...rest,
    accommodationIds: [...accommodationIds].sort(),
  });
  return sameValue(sorted(one), sorted(other));
}

/** Where nothing was held there was no sitting either. */
function refusedSitting(
  { sittingId }: Circumstances,
  { conduct }: Evaluation,
): Refusal<'CONDUCT_UNEXPECTED'> | undefined {
  if (sittingId === null || conduct !== null) return undefined;
  return refuse(
    'CONDUCT_UNEXPECTED',
    '/to/sittingId',
    'Sans résultat, il n’y a pas de séance à décrire.',
    'Without a result there is no sitting to describe.',
  );
}

function refusedSessionDay(
  heldOn: string,
  { session }: Evaluation,
  { cohort }: Frame,
  today: string,
): Refusal<'HELD_OUTSIDE_SESSION' | 'HELD_IN_FUTURE'> | undefined {
  const opened = cohort.status === 'open' ? cohort.sessions.find((one) => one.session === session) : undefined;
  // Every evaluation was recorded in a session of the cohort, and none is ever taken away.
  return opened && refusedHeldOn(heldOn, opened, today, '/to');
}
