import { authorityOf } from '@minutier/framework';
import { type Decision, refuse } from '@minutier/ledger';

import type { ReattributionEvent } from '../reattribution.events.js';
import type { Reattribution } from '../reattribution.state.js';
import type { SettleReattribution } from './settle-reattribution.command.js';

export type SettleReattributionRefusal =
  'REATTRIBUTION_NOT_FOUND' | 'NO_REFUSED_MOVE' | 'ALREADY_SETTLED' | 'REVERSAL_MISMATCH';

/** A file that refused waits for a person; `reversal` is the contrary decision, where the command names one. */
export function settleReattribution(
  { reattributionId, candidacyId, settlement, reversedBy, reason, authority }: SettleReattribution,
  reattribution: Reattribution,
  reversal: Reattribution,
): Decision<ReattributionEvent, SettleReattributionRefusal> {
  if (reattribution.status === 'absent')
    return refuse(
      'REATTRIBUTION_NOT_FOUND',
      undefined,
      'Cette réattribution n’existe pas.',
      'There is no such reattribution.',
    );
  const refused = reattribution.refusals.find((one) => one.candidacyId === candidacyId);
  if (!refused)
    return refuse(
      'NO_REFUSED_MOVE',
      '/candidacyId',
      'Ce dossier n’a refusé aucun déplacement.',
      'This file has refused no move.',
    );
  if (refused.settlement !== null)
    return refuse('ALREADY_SETTLED', '/candidacyId', 'Ce refus est déjà réglé.', 'This refusal is settled already.');
  const named = reversedBy !== undefined && reversedBy !== reattributionId && reversal.status === 'decided';
  if (settlement === 'reversed' ? !named : reversedBy !== undefined)
    return refuse(
      'REVERSAL_MISMATCH',
      '/reversedBy',
      'Nommez la décision contraire quand la réattribution est défaite, et alors seulement.',
      'Name the contrary decision when the reattribution is reversed, and only then.',
    );
  return [
    {
      type: 'ReattributionSettled',
      data: {
        reattributionId,
        candidacyId,
        settlement,
        reversedBy: reversedBy ?? null,
        reason: { code: reason, text: null },
        authority: authorityOf(authority),
      },
    },
  ];
}
