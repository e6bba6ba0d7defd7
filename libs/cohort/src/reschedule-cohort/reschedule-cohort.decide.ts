import { authorityOf, type Framework, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort, refusedClosedCohort, refusedDates } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import type { RescheduleCohort } from './reschedule-cohort.command.js';

export type RescheduleCohortRefusal =
  | 'COHORT_NOT_FOUND'
  | 'COHORT_CLOSED'
  | 'COHORT_CHANGED_MEANWHILE'
  | 'COHORT_UNCHANGED'
  | 'DATES_REVERSED'
  | 'FRAMEWORK_NOT_IN_EFFECT'
  | 'ENTERED_AFTER_COHORT';

/**
 * The dates of a cohort may move, but never so that somebody who is in it entered after its end. Who is in it is known
 * downstream of the cohort: `enteredOn` are the days on which its candidates entered.
 */
export function rescheduleCohort(
  command: SealedCommand<RescheduleCohort>,
  cohort: Cohort,
  { framework, enteredOn }: { readonly framework: Framework | undefined; readonly enteredOn: readonly string[] },
): Decision<CohortEvent, RescheduleCohortRefusal> {
  if (cohort.status === 'absent' || !framework) return refusedAbsentCohort();
  const { from, startsOn, endsOn, authority } = command;
  const closed = refusedClosedCohort(cohort);
  if (closed) return closed;
  if (from.startsOn !== cohort.startsOn || from.endsOn !== cohort.endsOn)
    return refuse(
      'COHORT_CHANGED_MEANWHILE',
      '/from',
      `La promotion court aujourd’hui du ${cohort.startsOn} au ${cohort.endsOn}.`,
      `The cohort runs from ${cohort.startsOn} to ${cohort.endsOn} now.`,
    );
  if (startsOn === cohort.startsOn && endsOn === cohort.endsOn)
    return refuse(
      'COHORT_UNCHANGED',
      '/endsOn',
      'La promotion court déjà à ces dates.',
      'The cohort runs on these dates already.',
    );
  const reversed = refusedDates(command, framework);
  if (reversed) return reversed;
  const [last] = enteredOn
    .filter((day) => day > endsOn)
    .sort()
    .slice(-1);
  if (last !== undefined)
    return refuse(
      'ENTERED_AFTER_COHORT',
      '/endsOn',
      `Un candidat de cette promotion est entré le ${last}.`,
      `A candidate of this cohort entered on ${last}.`,
    );
  return [
    {
      type: 'CohortRescheduled',
      data: {
        from: { startsOn: from.startsOn, endsOn: from.endsOn },
        startsOn,
        endsOn,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}
