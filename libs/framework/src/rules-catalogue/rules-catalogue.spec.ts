import { logged, projected } from '@minutier/testing';

import { adopted, rules } from '../rules.examples.js';
import { rulesCatalogue } from './rules-catalogue.projection.js';

const adoptedAs = (version: number) =>
  adopted().map(({ type, data }) => logged('rules-reglement-28684', { type, data: { ...data, version } }));

describe('the catalogue of rules', () => {
  it('shows every version whole: a later one leaves those before as they were', () => {
    const row = projected(rulesCatalogue, [...adoptedAs(1), ...adoptedAs(2)]).get('reglement-28684')!;
    expect(row.rulesId).toBe('reglement-28684');
    expect(row.versions).toEqual([rules(), { ...rules(), version: 2 }]);
  });
});
