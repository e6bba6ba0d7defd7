import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { identityAt } from '@minutier/person';
import { type Erased, type Identity, opened, Vault } from '@minutier/vault';

import { candidacyStream } from '../candidacy.state.js';
import { candidateFile, type CandidateFileRow } from './candidate-file.projection.js';
import { evaluationList, type EvaluationRow } from './evaluation-list.projection.js';

/** Everything recorded of a candidacy, its sealed texts opened, the identity joined from the vault. */
export interface CandidateFile extends CandidateFileRow {
  /** Revision of the candidacy's stream: its ETag. */
  readonly revision: number;
  readonly identity: Identity | Erased | null;
  /** Those in force. */
  readonly evaluations: readonly EvaluationRow[];
  /** Those that were voided, or given to another file, with what ended them. */
  readonly former: readonly EvaluationRow[];
  readonly asOf: LogMoment;
  /** True where a part of the file waits in quarantine. */
  readonly incomplete: boolean;
}

export const showCandidateFileSlice = readSlice('ShowCandidateFile', {
  get: 'candidacies/:candidacyId',
  tag: 'candidacies',
  summary: 'Le dossier d’un candidat : inscription et ce qui lui arrive, aménagements, évaluations, corrections',
  question: ReadQuestion,
  needs: [Views, Vault],
  revision: (file: CandidateFile) => file.revision,
  async answer({ path: { candidacyId }, question }, views, vault): Promise<CandidateFile> {
    const asOf = await views.at(question);
    const { row: standing } = found(await views.get(candidateFile, candidacyId, asOf));
    const row = await opened(vault, standing);
    const rowsWhere = async (where: Record<string, string>): Promise<EvaluationRow[]> => {
      const rows = await views.find(evaluationList, { where, orderBy: 'place' }, asOf);
      return Promise.all(rows.map((one) => opened(vault, one.row)));
    };
    const evaluations = await rowsWhere({ candidacyId });
    const former = await rowsWhere({ formerCandidacyId: candidacyId });
    const revision = await views.revisionOf(candidacyStream, candidacyId, asOf);
    const incomplete = [candidateFile, evaluationList].some((one) => views.isIncomplete(one, candidacyId));
    const identity = await identityAt(views, vault, row.personId, asOf);
    return { ...row, revision, identity, evaluations, former, asOf, incomplete };
  },
});
