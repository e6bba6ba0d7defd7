import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { findSession, refusedAbsentCohort, refusedClosedCohort } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import type { ReopenSession } from './reopen-session.command.js';

export type ReopenSessionRefusal = 'COHORT_NOT_FOUND' | 'SESSION_UNKNOWN' | 'SESSION_NOT_CLOSED' | 'COHORT_CLOSED';

/** A session is reopened with a reason; in a cohort that is closed, the cohort comes first. */
export function reopenSession(
  command: SealedCommand<ReopenSession>,
  cohort: Cohort,
): Decision<CohortEvent, ReopenSessionRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const session = findSession(cohort, command.session);
  if (isRefusal(session)) return session;
  if (session.closedOn === null)
    return refuse(
      'SESSION_NOT_CLOSED',
      '/session',
      `La session ${session.session} est ouverte.`,
      `Session ${session.session} is open.`,
    );
  const { session: number, authority } = command;
  return (
    refusedClosedCohort(cohort) ?? [
      {
        type: 'SessionReopened',
        data: { session: number, reason: reasonOf(command), authority: authorityOf(authority) },
      },
    ]
  );
}
