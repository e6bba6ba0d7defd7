import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import { isEntitled } from '../entitlement.js';
import type { RulesReinstated } from '../rules.events.js';
import type { Adoptions } from '../rules.state.js';
import type { ReinstateRules } from './reinstate-rules.command.js';

export type ReinstateRulesRefusal = 'VERSION_NOT_RETIRED' | 'AUTHORITY_NOT_ENTITLED';

/** Only a retired version is reinstated, and an annulment is quashed by a higher authority only. */
export function reinstateRules(
  { version, effectiveOn, reason, authority }: SealedCommand<ReinstateRules>,
  { versions }: Adoptions,
): Decision<RulesReinstated, ReinstateRulesRefusal> {
  if (!versions.find((one) => one.version === version)?.retired)
    return refuse(
      'VERSION_NOT_RETIRED',
      '/version',
      `La version ${version} n’est pas abrogée.`,
      `Version ${version} is not retired.`,
    );
  if (reason === 'annulment-quashed' && !isEntitled(authority, 'rules-annulment-quashed'))
    return refuse(
      'AUTHORITY_NOT_ENTITLED',
      '/authority/code',
      'Seuls un tribunal, une commission de recours ou le régulateur infirment une annulation.',
      'Only a court, an appeal board or the regulator quashes an annulment.',
    );
  return [
    {
      type: 'RulesReinstated',
      data: { version, effectiveOn, reason: reasonOf({ reason }), authority: authorityOf(authority) },
    },
  ];
}
