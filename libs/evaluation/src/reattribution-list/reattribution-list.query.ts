import { found, ListQuestion, listPage, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';

import { reattributionList } from './reattribution-list.projection.js';

export const showReattributionSlice = readSlice('ShowReattribution', {
  get: 'reattributions/:reattributionId',
  tag: 'reattributions',
  summary: 'Une réattribution, et ce que chaque dossier en a fait',
  question: ReadQuestion,
  needs: [Views],
  async answer({ path, question }, views) {
    const asOf = await views.at(question);
    const { row } = found(await views.get(reattributionList, path.reattributionId, asOf));
    const incomplete = views.isIncomplete(reattributionList, path.reattributionId);
    return { ...row, asOf, incomplete };
  },
});

export const listReattributionsSlice = readSlice('ListReattributions', {
  get: 'reattributions',
  tag: 'reattributions',
  summary: 'Les réattributions, de la première à la dernière',
  question: ListQuestion,
  needs: [Views],
  answer: ({ question, url }, views) =>
    listPage(views, reattributionList, { orderBy: 'recordedAt' }, question, url, ({ row }) => row),
});
