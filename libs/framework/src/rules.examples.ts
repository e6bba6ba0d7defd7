import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith } from '@minutier/testing';

import type { AdoptRules } from './adopt-rules/adopt-rules.command.js';
import { adoptRules } from './adopt-rules/adopt-rules.decide.js';
import { framework } from './framework.examples.js';
import type { Framework } from './framework.state.js';
import type { RulesEvent } from './rules.events.js';
import { type Rules, rulesStream } from './rules.state.js';
import type { ModalityRuleInput } from './rules-lines-input.js';

/** The command that adopts the institution's rules; what is not named takes its documented default. */
export function adoption(changes: Partial<SealedCommand<AdoptRules>> = {}): SealedCommand<AdoptRules> {
  return commandWith<SealedCommand<AdoptRules>>({
    context: commandContext({ now: '2018-06-28T14:00:00.000Z', today: '2018-06-28' }),
    rulesId: 'reglement-28684',
    framework: { number: 'RNCP28684', version: 1 },
    authority: { code: 'pedagogical-council', document: 'PV-CP-2018-06' },
    adoptedOn: '2018-06-28',
    ...changes,
  });
}

/** The rules of the demonstration: marks on twenty, mentions from twelve, no function below eight. */
export const DEMONSTRATION = {
  blockRule: { threshold: '10', functionFloor: '8' },
  mentions: [
    { code: 'assez-bien', label: 'Mention assez bien', from: '12' },
    { code: 'bien', label: 'Mention bien', from: '14' },
    { code: 'tres-bien', label: 'Mention très bien', from: '16' },
  ],
} satisfies Partial<SealedCommand<AdoptRules>>;

/** The facts of an adoption: a header, and one rule for each of the 25 lines. */
export function adopted(changes: Partial<SealedCommand<AdoptRules>> = {}, of: Framework = framework()) {
  return adoptRules(adoption(changes), rulesStream.initial, of) as readonly RulesEvent[];
}

/** Adopted rules. */
export function rules(changes: Partial<SealedCommand<AdoptRules>> = {}, of?: Framework): Rules {
  return adopted(changes, of).reduce(rulesStream.evolve, rulesStream.initial).versions[0]!;
}

/** The same rule for several lines of the fiche. */
export function ruled(modalities: readonly string[], rule: Omit<ModalityRuleInput, 'modality'>): ModalityRuleInput[] {
  return modalities.map((modality) => ({ modality, ...rule }));
}
