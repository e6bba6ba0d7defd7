import type { Cohort } from '@minutier/cohort';
import { type CommandContext, derivedId, type Refusal, refuse } from '@minutier/ledger';

import { refusedSession } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { FreezeSession } from './freeze-session.command.js';

export type FreezeSessionRefusal = 'COHORT_NOT_FOUND' | 'SESSION_UNKNOWN';

/** A freeze of a whole session is of a session that the cohort has; what bars one candidacy bars it alone. */
export function refusedFreeze(
  { session }: Pick<FreezeSession, 'session'>,
  cohort: Cohort,
): Refusal<FreezeSessionRefusal> | undefined {
  if (cohort.status === 'absent')
    return refuse('COHORT_NOT_FOUND', undefined, 'Cette promotion n’existe pas.', 'There is no such cohort.');
  return refusedSession(cohort, session);
}

/** Whether a candidacy awaits a jury here: enrolled, and not left. A leave ends nothing. */
export function isUnderWay(candidacy: Candidacy): boolean {
  return candidacy.status === 'enrolled' && candidacy.departure === null;
}

/** The context of one candidacy's freeze: its command id is the session's and the candidacy's, so that a repeat meets itself. */
export function contextOf(
  { expectedRevision: _ofNoOneStream, ...context }: CommandContext,
  candidacyId: string,
): CommandContext {
  return { ...context, commandId: derivedId('freeze-session', context.commandId, candidacyId) };
}
