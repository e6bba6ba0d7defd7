import { candidacyStream, candidateFile } from '@minutier/candidacy';
import { InputInvalid, ListQuestion, listPage, readCursor, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';

import { Transcripts } from '../transcripts.js';

/** What is still to be recorded in a cohort, candidate by candidate. */
export const listMissingMarksSlice = readSlice('ListMissingMarks', {
  get: 'cohorts/:cohortId/missing-marks',
  tag: 'cohorts',
  summary: 'Les notes qui manquent dans une promotion',
  question: ListQuestion,
  needs: [Views, Transcripts],
  async answer({ path: { cohortId }, question, url }, views, transcripts) {
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
      async ({ row }) => {
        const revision = await views.revisionOf(candidacyStream, row.candidacyId, at);
        const { results } = await transcripts.resultsOf({ ...row, revision }, pins, at);
        const { candidacyId, candidateNumber, status, departure } = row;
        // Nothing is waited for of a candidate who has left.
        return { candidacyId, candidateNumber, status, missing: departure === null ? results.missing : [] };
      },
      at,
    );
  },
});
