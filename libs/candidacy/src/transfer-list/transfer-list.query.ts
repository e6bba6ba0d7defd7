import { ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { transferList } from './transfer-list.projection.js';

export const listTransfersSlice = readSlice('ListTransfers', {
  get: 'candidacies/:candidacyId/transfers',
  tag: 'candidacies',
  summary: 'Les transferts d’un dossier : départs, arrivées, et ce qu’ils sont devenus',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path: { candidacyId }, question }, views, vault) {
    const asOf = await views.at(question);
    const rowsWhere = async (where: { fromCandidacyId: string } | { toCandidacyId: string }) => {
      const rows = await views.find(transferList, { where }, asOf);
      return Promise.all(rows.map(({ row }) => opened(vault, row)));
    };
    const departures = await rowsWhere({ fromCandidacyId: candidacyId });
    const arrivals = await rowsWhere({ toCandidacyId: candidacyId });
    return { candidacyId, departures, arrivals, asOf, incomplete: views.isIncomplete(transferList) };
  },
});
