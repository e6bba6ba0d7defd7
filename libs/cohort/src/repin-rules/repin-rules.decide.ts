import { authorityOf, reasonOf, type Rules } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CohortEvent } from '../cohort.events.js';
import { refusedAbsentCohort } from '../cohort-refusals.js';
import type { Cohort } from '../cohort.state.js';
import { type PinRefusal, refusedRules, refusedScales } from '../pinning.js';
import type { RepinRules } from './repin-rules.command.js';

export type RepinRulesRefusal =
  'COHORT_NOT_FOUND' | 'RULES_CHANGED_MEANWHILE' | 'RULES_ALREADY_PINNED' | PinRefusal | 'SCALE_DROPPED';

/**
 * Rules change in mid-cohort only by name, with reason and authority; marks accepted before keep the version that they
 * name. Marks are known downstream of the cohort: `scales` are those on which some stand.
 */
export function repinRules(
  command: SealedCommand<RepinRules>,
  cohort: Cohort,
  { rules, scales }: { readonly rules: Rules | undefined; readonly scales: readonly string[] },
): Decision<CohortEvent, RepinRulesRefusal> {
  if (cohort.status === 'absent') return refusedAbsentCohort();
  const { from, to, effectiveOn, authority } = command;
  const { id, version } = cohort.rules;
  if (from.id !== id || from.version !== version)
    return refuse(
      'RULES_CHANGED_MEANWHILE',
      '/from',
      `La promotion est aujourd’hui soumise à ${id}, version ${version}.`,
      `The cohort is pinned to ${id}, version ${version}, now.`,
    );
  if (to.id === id && to.version === version)
    return refuse(
      'RULES_ALREADY_PINNED',
      '/to',
      'La promotion est déjà soumise à cette version du règlement.',
      'The cohort is pinned to this version of the rules already.',
    );
  const refusal = refusedRules(rules, cohort.framework, effectiveOn, '/to') ?? refusedScales(rules!, scales, '/to');
  if (refusal) return refusal;
  return [
    {
      type: 'RulesRepinned',
      data: {
        from: { id, version },
        to: { id: to.id, version: to.version },
        effectiveOn,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}
