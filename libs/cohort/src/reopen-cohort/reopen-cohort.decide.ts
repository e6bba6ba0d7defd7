import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import type { ReopenCohort } from './reopen-cohort.command.js';

export type ReopenCohortRefusal = 'COHORT_NOT_FOUND' | 'COHORT_NOT_CLOSED';

/** A cohort is reopened with a reason; its sessions stay closed until they are reopened themselves. */
export function reopenCohort(
  command: SealedCommand<ReopenCohort>,
  cohort: Cohort,
): Decision<CohortEvent, ReopenCohortRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  if (cohort.closedOn === null)
    return refuse('COHORT_NOT_CLOSED', undefined, 'Cette promotion est ouverte.', 'This cohort is open.');
  return [{ type: 'CohortReopened', data: { reason: reasonOf(command), authority: authorityOf(command.authority) } }];
}
