import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf } from '../authority.js';
import { refusedPeriod } from '../centre-refusals.js';
import { CENTRE_SCOPES, type CentreEvent } from '../centre.events.js';
import { type Centre, haveCommonDay } from '../centre.state.js';
import type { GrantHabilitation } from './grant-habilitation.command.js';

export type GrantHabilitationRefusal = 'CENTRE_UNKNOWN' | 'PERIOD_REVERSED' | 'PERIOD_OVERLAPS';

/** A centre has one entitlement per scope, framework and day, so that «was it entitled?» has one answer. */
export function grantHabilitation(
  command: SealedCommand<GrantHabilitation> & { readonly habilitationId: string },
  centre: Centre,
): Decision<CentreEvent, GrantHabilitationRefusal> {
  const { habilitationId, scope, number, from, until, document, authority } = command;
  if (centre.status === 'absent')
    return refuse('CENTRE_UNKNOWN', undefined, 'Ce centre n’est pas enregistré.', 'This centre is not registered.');
  const reversed = refusedPeriod(from, until);
  if (reversed) return reversed;
  const days = { from, until: until ?? null, endedOn: null };
  const other = centre.habilitations.find(
    (one) => one.number === number && one.scope.some((part) => scope.includes(part)) && haveCommonDay(one, days),
  );
  if (other)
    return refuse(
      'PERIOD_OVERLAPS',
      '/from',
      `L’habilitation ${other.document} couvre déjà une partie de ces jours.`,
      `Entitlement ${other.document} covers some of these days already.`,
    );
  return [
    {
      type: 'HabilitationGranted',
      data: {
        habilitationId,
        scope: CENTRE_SCOPES.filter((part) => scope.includes(part)),
        number,
        from,
        until: until ?? null,
        document,
        authority: authorityOf(authority),
      },
    },
  ];
}
