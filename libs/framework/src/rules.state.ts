import { type StreamDefinition, unreachable } from '@minutier/ledger';

import { type ModalityRule, type RulesEvent, type RulesHeader, rulesTypes, type Scale } from './rules.events.js';

/** One version of the rules, whole. */
export interface Rules extends RulesHeader {
  readonly modalityRules: readonly ModalityRule[];
}

/** A reference to one version of the rules. */
export interface RulesReference {
  readonly id: string;
  readonly version: number;
}

/** All versions, the first first. */
export interface Adoptions {
  readonly versions: readonly Rules[];
}

export const rulesStream: StreamDefinition<Adoptions, RulesEvent> = {
  category: 'rules',
  initial: { versions: [] },
  types: rulesTypes,
  evolve({ versions }, event) {
    switch (event.type) {
      case 'RulesAdopted':
        return { versions: [...versions, { ...event.data, modalityRules: [] }] };
      case 'ModalityRuleAdopted': {
        const { rulesId: _rulesId, version: _version, ...rule } = event.data;
        const adopted = versions.at(-1)!;
        return {
          versions: [...versions.slice(0, -1), { ...adopted, modalityRules: [...adopted.modalityRules, rule] }],
        };
      }
      default:
        return unreachable(event);
    }
  },
};

/** The rule of one modality; undefined where these rules have none. */
export function ruleOf(rules: Rules, modality: string): ModalityRule | undefined {
  return rules.modalityRules.find((rule) => rule.modality === modality);
}

/** The scale with that code; undefined where these rules have none. */
export function scaleOf(rules: Rules, code: string): Scale | undefined {
  return rules.scales.find((scale) => scale.code === code);
}
