import { demonstrationDocument } from './documents.js';

/** The rules that the story's institution adopted for the fiche: no constant of the product, one possible answer to A17. */
export const RULES_ID = 'reglement-28684';

interface Rules {
  readonly blockRule: object;
  readonly blockRules: readonly object[];
}

/** The first version, under which the story's year is lived. */
export function adoptedRules(): Rules {
  return demonstrationDocument<Rules>('rules-28684.jsonc');
}

/** The second version, for the next cohort: no function may be made up for in its block. What if it had applied already? */
export function nextRules(): object {
  const rules = adoptedRules();
  return {
    ...rules,
    authority: { code: 'pedagogical-council', document: 'PV-CP-2019-06' },
    adoptedOn: '2019-06-27',
    blockRule: { ...rules.blockRule, functionFloor: '10' },
    blockRules: rules.blockRules.map((rule) => ({ ...rule, functionFloor: '10' })),
  };
}
