import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { candidacyStream, candidateFile } from '@minutier/candidacy';
import { InputInvalid, type ListQuestion, listPage, type Page, readCursor } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { identityAt } from '@minutier/person';
import { type Erased, type Identity, Vault } from '@minutier/vault';

import type { TranscriptReason } from '../modality-result.js';
import { recordedIn } from '../proposals.js';
import type { TranscriptResults } from '../results.js';
import { Transcripts } from '../transcripts.js';

/** One candidate on the cohort's board: what is there, what is missing. */
export interface CohortBoardItem {
  readonly candidacyId: string;
  readonly candidateNumber: string;
  readonly identity: Identity | Erased | null;
  readonly route: string;
  readonly enteredOn: string;
  readonly revision: number;
  readonly recorded: number;
  readonly missing: readonly TranscriptReason[];
  readonly blocks: readonly {
    readonly code: string;
    readonly label: string;
    readonly result: string | null;
    readonly proposed: string;
  }[];
  readonly proposed: TranscriptResults['proposed']['outcome'];
}

export class ShowCohortBoard extends Query<Page<CohortBoardItem>> {
  constructor(
    readonly cohortId: string,
    readonly url: string,
    readonly question: ListQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowCohortBoard)
export class ShowCohortBoardHandler implements IQueryHandler<ShowCohortBoard> {
  constructor(
    private readonly views: Views,
    private readonly transcripts: Transcripts,
    private readonly vault: Vault,
  ) {}

  async execute({ cohortId, url, question }: ShowCohortBoard): Promise<Page<CohortBoardItem>> {
    const at = question.cursor === undefined ? await this.views.at(question) : readCursor(question.cursor).moment;
    const pins = await this.transcripts.pinsOf(cohortId, at);
    if (!pins) throw new InputInvalid([{ code: 'NOT_FOUND' }], 404);
    const selection = { where: { cohortId }, orderBy: 'candidateNumber' };
    return listPage(
      this.views,
      candidateFile,
      selection,
      question,
      url,
      async ({ row }) => {
        const { candidacyId, candidateNumber, personId, route, enteredOn } = row;
        const revision = await this.views.revisionOf(candidacyStream, candidacyId, at);
        const { results } = await this.transcripts.resultsOf({ ...row, revision }, pins, at);
        const { blocks, missing, proposed } = results;
        return {
          candidacyId,
          candidateNumber,
          identity: await identityAt(this.views, this.vault, personId, at),
          route,
          enteredOn,
          revision,
          recorded: recordedIn(blocks),
          missing,
          blocks: blocks.map(({ code, label, result, proposed: block }) => ({ code, label, result, proposed: block })),
          proposed: proposed.outcome,
        };
      },
      at,
    );
  }
}
