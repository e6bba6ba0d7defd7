import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf, reasonOf } from '../authority.js';
import { isEntitled } from '../entitlement.js';
import type { RulesRetired } from '../rules.events.js';
import type { Adoptions } from '../rules.state.js';
import { refusedVersion } from '../version-checks.js';
import type { RetireRules } from './retire-rules.command.js';

export type RetireRulesRefusal = 'AUTHORITY_NOT_ENTITLED' | 'VERSION_UNKNOWN' | 'VERSION_ALREADY_RETIRED';

/** Rules are annulled by who may; a retirement may be made stronger, never weaker and never twice. */
export function retireRules(
  { version, effectiveOn, effect, reason, authority }: SealedCommand<RetireRules>,
  { versions }: Adoptions,
): Decision<RulesRetired, RetireRulesRefusal> {
  if (reason === 'annulled' && !isEntitled(authority, 'rules-annulled'))
    return refuse(
      'AUTHORITY_NOT_ENTITLED',
      '/authority/code',
      'Seuls un tribunal, le régulateur, le conseil pédagogique ou la direction annulent un règlement.',
      'Only a court, the regulator, the pedagogical council or the director annuls rules.',
    );
  const unknown = refusedVersion(versions, version);
  if (unknown) return unknown;
  const retired = versions.find((one) => one.version === version)?.retired;
  if (retired && (retired.effect === effect || retired.effect === 'no-new-decision'))
    return refuse(
      'VERSION_ALREADY_RETIRED',
      '/version',
      `La version ${version} est abrogée depuis le ${retired.effectiveOn}.`,
      `Version ${version} is retired since ${retired.effectiveOn}.`,
    );
  return [
    {
      type: 'RulesRetired',
      data: { version, effectiveOn, effect, reason: reasonOf({ reason }), authority: authorityOf(authority) },
    },
  ];
}
