import { found, ListQuestion, listPage, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { markSheets } from './mark-sheet.projection.js';
import { sheetLines } from './sheet-lines.projection.js';

export const showMarkSheetSlice = readSlice('ShowMarkSheet', {
  get: 'mark-sheets/:markSheetId',
  tag: 'mark sheets',
  summary: 'Une feuille de notes, et ce que devient chaque ligne',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path: { markSheetId }, question }, views, vault) {
    const asOf = await views.at(question);
    const { row } = found(await views.get(markSheets, markSheetId, asOf));
    const rows = await views.find(sheetLines, { where: { markSheetId } }, asOf);
    const lines = await Promise.all(rows.map((one) => opened(vault, one.row)));
    const report = { recorded: 0, pending: 0, refused: 0, settled: 0, voided: 0 };
    for (const { standing } of lines) report[standing] += 1;
    const incomplete = [markSheets, sheetLines].some((one) => views.isIncomplete(one, markSheetId));
    return { ...row, report, lines, asOf, incomplete };
  },
});

export const listMarkSheetsSlice = readSlice('ListMarkSheets', {
  get: 'cohorts/:cohortId/mark-sheets',
  tag: 'mark sheets',
  summary: 'Les feuilles de notes d’une promotion',
  question: ListQuestion,
  needs: [Views],
  answer: ({ path: { cohortId }, question, url }, views) =>
    listPage(views, markSheets, { where: { cohortId } }, question, url, ({ row }) => row),
});
