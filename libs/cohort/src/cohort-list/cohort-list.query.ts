import { found, ListQuestion, listPage, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';

import { cohortList } from './cohort-list.projection.js';

export const listCohortsSlice = readSlice('ListCohorts', {
  get: 'cohorts',
  tag: 'cohorts',
  summary: 'Promotions',
  question: ListQuestion,
  needs: [Views],
  answer: ({ question, url }, views) =>
    listPage(views, cohortList, { orderBy: 'code' }, question, url, ({ row }) => row),
});

export const showCohortSlice = readSlice('ShowCohort', {
  get: 'cohorts/:cohortId',
  tag: 'cohorts',
  summary: 'Une promotion',
  question: ReadQuestion,
  needs: [Views],
  async answer({ path, question }, views) {
    const asOf = await views.at(question);
    return { ...found(await views.get(cohortList, path.cohortId, asOf)).row, asOf };
  },
});
