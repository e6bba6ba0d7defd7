import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf } from '../authority.js';
import { refusedUnknownHabilitation } from '../centre-refusals.js';
import type { CentreEvent } from '../centre.events.js';
import { type Centre, findHabilitation, isWithin } from '../centre.state.js';
import type { ResumeHabilitation } from './resume-habilitation.command.js';

export type ResumeHabilitationRefusal = 'HABILITATION_UNKNOWN' | 'NOT_SUSPENDED';

/** A suspension ends on the first day with effect again: one without end, or one that is lifted before its day. */
export function resumeHabilitation(
  { habilitationId, from, authority }: SealedCommand<ResumeHabilitation>,
  centre: Centre,
): Decision<CentreEvent, ResumeHabilitationRefusal> {
  const habilitation = findHabilitation(centre, habilitationId);
  if (!habilitation) return refusedUnknownHabilitation();
  // One that has ended is not brought back by a resumption.
  const isSuspended = isWithin(habilitation, from) && habilitation.suspensions.some((one) => isWithin(one, from));
  if (!isSuspended)
    return refuse(
      'NOT_SUSPENDED',
      '/from',
      `Cette habilitation n’est pas suspendue le ${from}.`,
      `This entitlement is not suspended on ${from}.`,
    );
  return [{ type: 'HabilitationResumed', data: { habilitationId, from, authority: authorityOf(authority) } }];
}
