import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import { refusedEndedHabilitation, refusedPeriod, refusedUnknownHabilitation } from '../centre-refusals.js';
import type { CentreEvent } from '../centre.events.js';
import { type Centre, findHabilitation, haveCommonDay, haveEnded } from '../centre.state.js';
import type { SuspendHabilitation } from './suspend-habilitation.command.js';

export type SuspendHabilitationRefusal =
  'HABILITATION_UNKNOWN' | 'PERIOD_REVERSED' | 'HABILITATION_ENDED' | 'ALREADY_SUSPENDED';

/** A suspended entitlement has no effect; it is suspended once at a time, so that a resumption ends one suspension. */
export function suspendHabilitation(
  command: SealedCommand<SuspendHabilitation>,
  centre: Centre,
): Decision<CentreEvent, SuspendHabilitationRefusal> {
  const { habilitationId, from, until, authority } = command;
  const habilitation = findHabilitation(centre, habilitationId);
  if (!habilitation) return refusedUnknownHabilitation();
  const reversed = refusedPeriod(from, until);
  if (reversed) return reversed;
  if (haveEnded(habilitation, from)) return refusedEndedHabilitation('/from', from);
  const days = { from, until: until ?? null, endedOn: null };
  const standing = habilitation.suspensions.find((one) => haveCommonDay(one, days));
  if (standing)
    return refuse(
      'ALREADY_SUSPENDED',
      '/from',
      `Cette habilitation est déjà suspendue à compter du ${standing.from}.`,
      `This entitlement is suspended already, from ${standing.from}.`,
    );
  return [
    {
      type: 'HabilitationSuspended',
      data: {
        habilitationId,
        from,
        until: until ?? null,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}
