import { authorityOf, findLine, reasonOf } from '@minutier/framework';
import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { Pins } from '../candidacy-pins.js';
import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import { isExcludedOn } from '../discipline.state.js';
import type { Candidacy, EnrolledCandidacy } from '../enrolled-candidacy.js';
import type { GrantAttempt } from './grant-attempt.command.js';

export type GrantAttemptRefusal =
  AbsentRefusal | 'MODALITY_UNKNOWN' | 'ATTEMPT_OUT_OF_ORDER' | 'ATTEMPT_ALREADY_GRANTED' | 'SANCTION_BARS';

/** An attempt beyond the rules is granted for a place that can be filled: the next one, or one emptied by a voiding. */
export function grantAttempt(
  command: SealedCommand<GrantAttempt>,
  candidacy: Candidacy,
  { framework, rules }: Pick<Pins, 'framework' | 'rules'>,
): Decision<CandidacyEvent, GrantAttemptRefusal> {
  const { context, modality, occurrence, attempt, until = null, appealId = null, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (!framework || !rules || !findLine(framework, rules, modality))
    return refuse(
      'MODALITY_UNKNOWN',
      '/modality',
      `La fiche n’a pas de ligne ${modality}.`,
      `The fiche has no line ${modality}.`,
    );
  const refusal = refusedOrder(command, candidacy) ?? refusedGranted(command, candidacy);
  if (refusal) return refusal;
  if (isExcludedOn(candidacy, context.today))
    return refuse(
      'SANCTION_BARS',
      undefined,
      'Une exclusion est en cours : le candidat ne peut être évalué.',
      'An exclusion runs: the candidate cannot be assessed.',
    );
  return [
    {
      type: 'AttemptGranted',
      data: {
        modality,
        occurrence,
        attempt,
        until,
        appealId,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}

type Place = Pick<SealedCommand<GrantAttempt>, 'modality' | 'occurrence' | 'attempt' | 'until'>;

function refusedOrder(
  { modality, occurrence, attempt }: Place,
  { evaluations }: EnrolledCandidacy,
): Refusal<'ATTEMPT_OUT_OF_ORDER'> | undefined {
  const inForce = [...evaluations.values()]
    .filter((one) => one.modality === modality && one.occurrence === occurrence)
    .map((one) => one.attempt);
  const next = Math.max(0, ...inForce) + 1;
  if (attempt <= next && !inForce.includes(attempt)) return undefined;
  return refuse(
    'ATTEMPT_OUT_OF_ORDER',
    '/attempt',
    `La prochaine tentative est la n° ${next}.`,
    `The next attempt is number ${next}.`,
  );
}

/** A grant that runs longer than the one that stands is news; any other is not. */
function refusedGranted(
  { modality, occurrence, attempt, until }: Place,
  { attemptsGranted }: EnrolledCandidacy,
): Refusal<'ATTEMPT_ALREADY_GRANTED'> | undefined {
  const isGranted = attemptsGranted.some(
    (one) =>
      one.modality === modality &&
      one.occurrence === occurrence &&
      one.attempt === attempt &&
      (one.until === null || (until !== undefined && until <= one.until)),
  );
  if (!isGranted) return undefined;
  return refuse(
    'ATTEMPT_ALREADY_GRANTED',
    '/attempt',
    `La tentative n° ${attempt} est déjà accordée sur la ligne ${modality}.`,
    `Attempt ${attempt} on line ${modality} is granted already.`,
  );
}
