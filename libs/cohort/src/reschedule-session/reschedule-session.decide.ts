import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { findSession, refusedAbsentCohort, refusedClosedSession, refusedSessionDates } from '../cohort-refusals.js';
import type { Cohort, Session } from '../cohort.state.js';
import type { RescheduleSession } from './reschedule-session.command.js';

export type RescheduleSessionRefusal =
  | 'COHORT_NOT_FOUND'
  | 'SESSION_UNKNOWN'
  | 'SESSION_ALREADY_CLOSED'
  | 'SESSION_CHANGED_MEANWHILE'
  | 'SESSION_UNCHANGED'
  | 'DATES_REVERSED'
  | 'EVALUATION_OUTSIDE';

/**
 * The dates of a session may move, but never so that what was assessed in it falls outside. Evaluations are known
 * downstream of the cohort: `heldOn` are the days on which those in force were held in this session.
 */
export function rescheduleSession(
  command: SealedCommand<RescheduleSession>,
  cohort: Cohort,
  heldOn: readonly string[],
): Decision<CohortEvent, RescheduleSessionRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const session = findSession(cohort, command.session);
  if (isRefusal(session)) return session;
  const refusal =
    refusedClosedSession(session) ??
    refusedChange(command, session) ??
    refusedSessionDates(command) ??
    refusedOutside(command, heldOn);
  if (refusal) return refusal;
  const { from, opensOn, closesOn, authority } = command;
  return [
    {
      type: 'SessionRescheduled',
      data: {
        session: session.session,
        from: { opensOn: from.opensOn, closesOn: from.closesOn },
        opensOn,
        closesOn,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}

function refusedChange(
  { from, opensOn, closesOn }: SealedCommand<RescheduleSession>,
  session: Session,
): Refusal<RescheduleSessionRefusal> | undefined {
  if (from.opensOn !== session.opensOn || from.closesOn !== session.closesOn)
    return refuse(
      'SESSION_CHANGED_MEANWHILE',
      '/from',
      `La session court aujourd’hui du ${session.opensOn} au ${session.closesOn}.`,
      `The session runs from ${session.opensOn} to ${session.closesOn} now.`,
    );
  if (opensOn !== session.opensOn || closesOn !== session.closesOn) return undefined;
  return refuse(
    'SESSION_UNCHANGED',
    '/closesOn',
    'La session court déjà à ces dates.',
    'The session runs on these dates already.',
  );
}

function refusedOutside(
  { opensOn, closesOn }: SealedCommand<RescheduleSession>,
  heldOn: readonly string[],
): Refusal<RescheduleSessionRefusal> | undefined {
  const outside = heldOn.filter((day) => day < opensOn || day > closesOn).sort();
  if (outside.length === 0) return undefined;
  return refuse(
    'EVALUATION_OUTSIDE',
    outside[0]! < opensOn ? '/opensOn' : '/closesOn',
    `Des épreuves de cette session tomberaient en dehors : ${outside.length}, dont une du ${outside[0]}.`,
    `Evaluations of this session would fall outside: ${outside.length}, one of them of ${outside[0]}.`,
  );
}
