import { found, ListQuestion, listPage, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { groupWorks } from './group-work.projection.js';

export const showGroupWorkSlice = readSlice('ShowGroupWork', {
  get: 'group-works/:groupWorkId',
  tag: 'group works',
  summary: 'Un travail de groupe, et ce que devient chaque ligne',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path, question }, views, vault) {
    const asOf = await views.at(question);
    const { row } = found(await views.get(groupWorks, path.groupWorkId, asOf));
    const incomplete = views.isIncomplete(groupWorks, path.groupWorkId);
    return { ...(await opened(vault, row)), asOf, incomplete };
  },
});

export const listGroupWorksSlice = readSlice('ListGroupWorks', {
  get: 'cohorts/:cohortId/group-works',
  tag: 'group works',
  summary: 'Les travaux de groupe d’une promotion',
  question: ListQuestion,
  needs: [Views, Vault],
  answer: ({ path, question, url }, views, vault) =>
    listPage(views, groupWorks, { where: { cohortId: path.cohortId } }, question, url, ({ row }) => opened(vault, row)),
});
