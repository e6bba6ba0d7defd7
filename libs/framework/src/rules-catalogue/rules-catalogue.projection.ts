import { defineProjection, splitStreamName } from '@minutier/ledger';

import { type RulesEvent, rulesTypes } from '../rules.events.js';
import { type Adoptions, rulesStream } from '../rules.state.js';

/** One row per set of rules: all its versions, whole. */
export const rulesCatalogue = defineProjection<Adoptions & { readonly rulesId: string }>({
  name: 'rules_catalogue',
  version: 2,
  reads: Object.keys(rulesTypes),
  columns: {},
  indexed: () => ({}),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event, rulesId) {
    return { rulesId, ...rulesStream.evolve(row ?? rulesStream.initial, event as unknown as RulesEvent) };
  },
});
