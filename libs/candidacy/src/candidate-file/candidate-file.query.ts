import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { found, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { type Erased, type Identity, opened, Vault } from '@minutier/vault';

import { candidacyStream } from '../candidacy.state.js';
import { candidateFile, type CandidateFileRow } from './candidate-file.projection.js';
import { evaluationList, type EvaluationRow } from './evaluation-list.projection.js';

/** Everything recorded of a candidacy, its sealed texts opened, the identity joined from the vault. */
export interface CandidateFile extends CandidateFileRow {
  /** Revision of the candidacy's stream: its ETag. */
  readonly revision: number;
  readonly identity: Identity | Erased | null;
  readonly evaluations: readonly EvaluationRow[];
  readonly asOf: LogMoment;
  /** True where a part of the file waits in quarantine. */
  readonly incomplete: boolean;
}

export class ShowCandidateFile extends Query<CandidateFile> {
  constructor(
    readonly candidacyId: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowCandidateFile)
export class ShowCandidateFileHandler implements IQueryHandler<ShowCandidateFile> {
  constructor(
    private readonly views: Views,
    private readonly vault: Vault,
  ) {}

  async execute({ candidacyId, question }: ShowCandidateFile): Promise<CandidateFile> {
    const asOf = await this.views.at(question);
    const { row } = found(await this.views.get(candidateFile, candidacyId, asOf));
    const rows = await this.views.find(evaluationList, { where: { candidacyId }, orderBy: 'place' }, asOf);
    const evaluations = await Promise.all(rows.map((one) => opened(this.vault, one.row)));
    const revision = await this.views.revisionOf(candidacyStream, candidacyId, asOf);
    const incomplete = [candidateFile, evaluationList].some((one) => this.views.isIncomplete(one, candidacyId));
    return {
      ...row,
      revision,
      identity: (await this.vault.identity(row.personId)) ?? null,
      evaluations,
      asOf,
      incomplete,
    };
  }
}
