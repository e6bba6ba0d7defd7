import { type Decision, isRefusal, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { findSession, refusedAbsentCohort, refusedClosedSession, refusedFuture } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import type { CloseSession } from './close-session.command.js';

export type CloseSessionRefusal = 'COHORT_NOT_FOUND' | 'SESSION_UNKNOWN' | 'SESSION_ALREADY_CLOSED' | 'DATE_IN_FUTURE';

/** A session may be closed while marks are still awaited: who closed it too early reopens it. */
export function closeSession(
  { session: number, closedOn, context }: SealedCommand<CloseSession>,
  cohort: Cohort,
): Decision<CohortEvent, CloseSessionRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const session = findSession(cohort, number);
  if (isRefusal(session)) return session;
  const refusal = refusedClosedSession(session) ?? refusedFuture(closedOn, context.today, '/closedOn');
  return refusal ?? [{ type: 'SessionClosed', data: { session: number, closedOn } }];
}
