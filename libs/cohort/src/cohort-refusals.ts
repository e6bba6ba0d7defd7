import type { Framework } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import type { OpenCohortState, Session } from './cohort.state.js';

/** Nothing was opened under this id. */
export function refusedAbsentCohort(): Refusal<'COHORT_NOT_FOUND'> {
  return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
}

/** Nothing more is opened in a cohort that is closed. */
export function refusedClosedCohort({ closedOn }: OpenCohortState): Refusal<'COHORT_CLOSED'> | undefined {
  if (closedOn === null) return undefined;
  return refuse(
    'COHORT_CLOSED',
    undefined,
    `Cette promotion est close depuis le ${closedOn}.`,
    `This cohort was closed on ${closedOn}.`,
  );
}

/** The session of that number; a refusal where the cohort has none. */
export function findSession({ sessions }: OpenCohortState, number: number): Session | Refusal<'SESSION_UNKNOWN'> {
  const session = sessions.find((one) => one.session === number);
  if (session) return session;
  return refuse(
    'SESSION_UNKNOWN',
    '/session',
    `La promotion n’a pas de session ${number}.`,
    `The cohort has no session ${number}.`,
  );
}

/** A session is changed only while it is open, and closed once. */
export function refusedClosedSession({ session, closedOn }: Session): Refusal<'SESSION_ALREADY_CLOSED'> | undefined {
  if (closedOn === null) return undefined;
  return refuse(
    'SESSION_ALREADY_CLOSED',
    '/session',
    `La session ${session} est close depuis le ${closedOn}.`,
    `Session ${session} was closed on ${closedOn}.`,
  );
}

/** What is said to have happened has happened. */
export function refusedFuture(day: string, today: string, pointer: string): Refusal<'DATE_IN_FUTURE'> | undefined {
  if (day <= today) return undefined;
  return refuse('DATE_IN_FUTURE', pointer, 'Cette date est à venir.', 'This day is still to come.');
}

/** Why a cohort cannot have these dates: it begins while the registration is in effect, and ends after it begins. */
export function refusedDates(
  { startsOn, endsOn }: Pick<OpenCohortState, 'startsOn' | 'endsOn'>,
  { registration: { effectFrom, validUntil } }: Framework,
): Refusal<'DATES_REVERSED' | 'FRAMEWORK_NOT_IN_EFFECT'> | undefined {
  if (endsOn < startsOn) {
    return refuse(
      'DATES_REVERSED',
      '/endsOn',
      'La promotion finirait avant de commencer.',
      'The cohort would end before it starts.',
    );
  }
  if (startsOn >= effectFrom && startsOn <= validUntil) return undefined;
  return refuse(
    'FRAMEWORK_NOT_IN_EFFECT',
    '/startsOn',
    `L’enregistrement court du ${effectFrom} au ${validUntil}.`,
    `The registration runs from ${effectFrom} to ${validUntil}.`,
  );
}

/** Why a session cannot have these dates. */
export function refusedSessionDates({
  opensOn,
  closesOn,
}: Pick<Session, 'opensOn' | 'closesOn'>): Refusal<'DATES_REVERSED'> | undefined {
  if (closesOn >= opensOn) return undefined;
  return refuse(
    'DATES_REVERSED',
    '/closesOn',
    'La session finirait avant de commencer.',
    'The session would end before it starts.',
  );
}
