import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort, refusedFuture } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import type { CloseCohort } from './close-cohort.command.js';

export type CloseCohortRefusal = 'COHORT_NOT_FOUND' | 'COHORT_ALREADY_CLOSED' | 'SESSION_STILL_OPEN' | 'DATE_IN_FUTURE';

/** A cohort is closed after its sessions, so that nothing is still added to what is closed. */
export function closeCohort(
  { closedOn, context }: SealedCommand<CloseCohort>,
  cohort: Cohort,
): Decision<CohortEvent, CloseCohortRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  if (cohort.closedOn !== null)
    return refuse(
      'COHORT_ALREADY_CLOSED',
      undefined,
      `Cette promotion est close depuis le ${cohort.closedOn}.`,
      `This cohort was closed on ${cohort.closedOn}.`,
    );
  const open = cohort.sessions.find((session) => session.closedOn === null);
  if (open)
    return refuse(
      'SESSION_STILL_OPEN',
      undefined,
      `La session ${open.session} est encore ouverte.`,
      `Session ${open.session} is still open.`,
    );
  return refusedFuture(closedOn, context.today, '/closedOn') ?? [{ type: 'CohortClosed', data: { closedOn } }];
}
