import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort, refusedClosedCohort, refusedSessionDates } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import type { OpenSession } from './open-session.command.js';

export type OpenSessionRefusal =
  'COHORT_NOT_FOUND' | 'COHORT_CLOSED' | 'SESSION_OUT_OF_ORDER' | 'SESSION_KIND_WRONG' | 'DATES_REVERSED';

/** Sessions are numbered in order; the first is initial, the others are for re-sits. */
export function openSession(
  { session, kind, opensOn, closesOn }: SealedCommand<OpenSession>,
  cohort: Cohort,
): Decision<CohortEvent, OpenSessionRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const closed = refusedClosedCohort(cohort);
  if (closed) return closed;
  const next = cohort.sessions.length + 1;
  if (session !== next)
    return refuse(
      'SESSION_OUT_OF_ORDER',
      '/session',
      `La prochaine session porte le numéro ${next}.`,
      `The next session is number ${next}.`,
    );
  if ((kind === 'initial') !== (session === 1)) {
    return refuse(
      'SESSION_KIND_WRONG',
      '/kind',
      'La session 1 est initiale ; les suivantes sont de rattrapage.',
      'Session 1 is initial; those that follow are for re-sits.',
    );
  }
  const reversed = refusedSessionDates({ opensOn, closesOn });
  if (reversed) return reversed;
  return [{ type: 'SessionOpened', data: { session, kind, opensOn, closesOn } }];
}
