import { defineProjection } from '@minutier/ledger';

import type { RulesEvent } from '../rules.events.js';
import { type Adoptions, rulesStream } from '../rules.state.js';

/** One row per set of rules: all its versions, whole. */
export const rulesCatalogue = defineProjection<Adoptions & { readonly rulesId: string }>({
  name: 'rules_catalogue',
  version: 1,
  reads: ['RulesAdopted', 'ModalityRuleAdopted'],
  columns: {},
  indexed: () => ({}),
  keysOf: (event) => [(event.data as { rulesId: string }).rulesId],
  partitionOf: (event) => (event.data as { rulesId: string }).rulesId,
  project(row, event, rulesId) {
    return { rulesId, ...rulesStream.evolve(row ?? rulesStream.initial, event as unknown as RulesEvent) };
  },
});
