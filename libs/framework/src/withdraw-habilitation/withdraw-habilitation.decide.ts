import type { Decision, SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import { refusedEndedHabilitation, refusedUnknownHabilitation } from '../centre-refusals.js';
import type { CentreEvent } from '../centre.events.js';
import { type Centre, findHabilitation, haveEnded } from '../centre.state.js';
import type { WithdrawHabilitation } from './withdraw-habilitation.command.js';

export type WithdrawHabilitationRefusal = 'HABILITATION_UNKNOWN' | 'HABILITATION_ENDED';

/**
 * An entitlement ends on a day; evaluations held before it stay what they were. It may be withdrawn before it begins,
 * and, once withdrawn, again only for an earlier day.
 */
export function withdrawHabilitation(
  command: SealedCommand<WithdrawHabilitation>,
  centre: Centre,
): Decision<CentreEvent, WithdrawHabilitationRefusal> {
  const { habilitationId, effectiveOn, authority } = command;
  const habilitation = findHabilitation(centre, habilitationId);
  if (!habilitation) return refusedUnknownHabilitation();
  if (haveEnded(habilitation, effectiveOn)) return refusedEndedHabilitation('/effectiveOn', effectiveOn);
  return [
    {
      type: 'HabilitationWithdrawn',
      data: { habilitationId, effectiveOn, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
