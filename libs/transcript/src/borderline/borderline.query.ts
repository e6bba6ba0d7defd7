import { candidateFile } from '@minutier/candidacy';
import { InputInvalid, ListQuestion, listPage, readCursor, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { identityAt } from '@minutier/person';
import { Vault } from '@minutier/vault';

import { borderlineMarks } from '../borderline-marks.js';
import { Transcripts } from '../transcripts.js';

/** For the jury's table: who would gain a block, or the title, with which one mark more. */
export const showBorderlineSlice = readSlice('ShowBorderline', {
  get: 'cohorts/:cohortId/borderline',
  tag: 'cohorts',
  summary: 'Les candidats à qui une note manque : avec laquelle, et de combien',
  question: ListQuestion,
  needs: [Views, Transcripts, Vault],
  async answer({ path: { cohortId }, question, url }, views, transcripts, vault) {
    const at = question.cursor === undefined ? await views.at(question) : readCursor(question.cursor).moment;
    const pins = await transcripts.pinsOf(cohortId, at);
    if (!pins) throw new InputInvalid([{ code: 'NOT_FOUND' }], 404);
    const selection = { where: { cohortId }, orderBy: 'candidateNumber' };
    return listPage(
      views,
      candidateFile,
      selection,
      question,
      url,
      async ({ row }) => ({
        candidacyId: row.candidacyId,
        candidateNumber: row.candidateNumber,
        identity: await identityAt(views, vault, row.personId, at),
        marks: borderlineMarks(pins.framework, pins.rules, await transcripts.marksOf(row, at)),
      }),
      at,
    );
  },
});
