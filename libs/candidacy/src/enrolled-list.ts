import type { LogMoment, ViewRow, Views } from '@minutier/ledger';

import { candidateFile, type CandidateFileRow } from './candidate-file/candidate-file.projection.js';

/** The enrolment of a candidacy as of a moment; undefined where nobody was enrolled then. */
export function enrolledAs(
  views: Views,
  candidacyId: string,
  asOf: LogMoment,
): Promise<ViewRow<CandidateFileRow> | undefined> {
  return views.get(candidateFile, candidacyId, asOf);
}

/** Everybody ever enrolled in a cohort as of a moment, in the order of the candidates' numbers. */
export async function enrolledIn(
  views: Views,
  cohortId: string,
  asOf: LogMoment,
): Promise<readonly CandidateFileRow[]> {
  const rows = await views.find(candidateFile, { where: { cohortId }, orderBy: 'candidateNumber' }, asOf);
  return rows.map(({ row }) => row);
}
