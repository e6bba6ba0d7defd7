import { type Decision, isRefusal, type Refusal, type SealedCommand } from '@minutier/ledger';

import type { AdoptRules } from './adopt-rules/adopt-rules.command.js';
import { adoptRules, type AdoptRulesRefusal } from './adopt-rules/adopt-rules.decide.js';
import type { Framework } from './framework.state.js';
import type { RulesEvent } from './rules.events.js';
import { type Adoptions, type Rules, rulesStream } from './rules.state.js';

/** The version that an adoption would give, without giving it: the same rule decides, nothing is written. */
export function draftedRules(
  command: SealedCommand<AdoptRules>,
  adoptions: Adoptions,
  framework: Framework | undefined,
): Rules | Refusal<AdoptRulesRefusal> {
  const decision: Decision<RulesEvent, AdoptRulesRefusal> = adoptRules(command, adoptions, framework);
  if (isRefusal(decision)) return decision;
  return decision.reduce(rulesStream.evolve, adoptions).versions.at(-1)!;
}
