import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';

import { rulesCatalogue } from './rules-catalogue.projection.js';

export const showRulesSlice = readSlice('ShowRules', {
  get: 'rules/:rulesId',
  tag: 'rules',
  summary: 'Un règlement, toutes ses versions, la dernière d’abord',
  question: ReadQuestion,
  needs: [Views],
  async answer({ path: { rulesId }, question }, views) {
    const asOf = await views.at(question);
    const { row } = found(await views.get(rulesCatalogue, rulesId, asOf));
    return { rulesId, versions: row.versions.toReversed(), asOf };
  },
});
