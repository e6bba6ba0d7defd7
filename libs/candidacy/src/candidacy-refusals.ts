import type { Cohort } from '@minutier/cohort';
import { type Refusal, refuse } from '@minutier/ledger';

import type { Candidacy, EnrolledCandidacy } from './enrolled-candidacy.js';

export type AbsentRefusal = 'CANDIDACY_NOT_FOUND';
export type EndedRefusal = AbsentRefusal | 'CANDIDACY_ENDED';
export type FrozenRefusal = 'MARKS_FROZEN';

/** The path addresses a candidacy that is not there, or is voided. */
export function candidacyNotFound(): Refusal<AbsentRefusal> {
  return refuse('CANDIDACY_NOT_FOUND', undefined, 'Cette candidature n’existe pas.', 'There is no such candidacy.');
}

/** Nobody is enrolled here. */
export function refusedAbsent(candidacy: Candidacy): Refusal<AbsentRefusal> | undefined {
  return candidacy.status === 'enrolled' ? undefined : candidacyNotFound();
}

/** The candidate has left: withdrawn, or transferred to another cohort. */
export function refusedEnded({ departure }: EnrolledCandidacy): Refusal<'CANDIDACY_ENDED'> | undefined {
  if (!departure) return undefined;
  return refuse(
    'CANDIDACY_ENDED',
    undefined,
    `Cette candidature a pris fin le ${departure.on}.`,
    `This candidacy ended on ${departure.on}.`,
  );
}

/**
 * After the freeze of a session only its jury changes its marks. What belongs to no session (an equivalence, a block
 * carried over) waits while any frozen session awaits its jury.
 */
export function refusedFrozen(
  { frozenSessions }: EnrolledCandidacy,
  session?: number,
  pointer?: string,
): Refusal<FrozenRefusal> | undefined {
  const frozen = session === undefined ? [...frozenSessions][0] : frozenSessions.has(session) ? session : undefined;
  if (frozen === undefined) return undefined;
  return refuse(
    'MARKS_FROZEN',
    pointer,
    `Les notes de la session ${frozen} sont arrêtées : seul le jury les change.`,
    `The marks of session ${frozen} are frozen: only the jury changes them.`,
  );
}

/** A session is one of the candidacy's own cohort. */
export function refusedSession(
  cohort: Cohort,
  session: number,
  pointer?: string,
): Refusal<'SESSION_UNKNOWN'> | undefined {
  if (cohort.status === 'open' && cohort.sessions.some((one) => one.session === session)) return undefined;
  return refuse(
    'SESSION_UNKNOWN',
    pointer,
    `La promotion n’a pas de session ${session}.`,
    `The cohort has no session ${session}.`,
  );
}

/** Of the persons of the institution whom a command names, the vault knows each; `unknown` are those whom it does not. */
export function refusedPersons(
  persons: readonly string[],
  unknown: ReadonlySet<string>,
  pointerTo: (index: number) => string,
): Refusal<'PERSON_UNKNOWN'> | undefined {
  const index = persons.findIndex((person) => unknown.has(person));
  if (index === -1) return undefined;
  return refuse(
    'PERSON_UNKNOWN',
    pointerTo(index),
    'Cette personne n’est pas connue du coffre.',
    'The vault does not know this person.',
  );
}
