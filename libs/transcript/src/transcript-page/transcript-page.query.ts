import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';

import { candidacyStanding, candidacyStream, candidateFile, evaluationList } from '@minutier/candidacy';
import { found, type ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { identityAt } from '@minutier/person';
import { type Erased, type Names, namesOf, Vault } from '@minutier/vault';

import type { TranscriptResults } from '../results.js';
import { Transcripts } from '../transcripts.js';

/** Whose transcript, of which title, as of when. */
export interface TranscriptHead {
  readonly candidacyId: string;
  /** Revision of the candidacy that it was calculated on. */
  readonly revision: number;
  readonly candidateNumber: string;
  readonly identity: Erased | Names | null;
  readonly route: string;
  readonly cohort: { readonly id: string; readonly code: string };
  readonly titleExact: string;
  readonly asOf: LogMoment;
  readonly incomplete: boolean;
}

/** A candidate's transcript (relevé): results by modality, function and block, and what is missing or below. */
export type TranscriptPage = TranscriptHead & TranscriptResults;

/** The page, and its JSON: results never change once calculated, so their bytes are made once. */
export interface TranscriptAnswer {
  readonly page: TranscriptPage;
  readonly json: Buffer;
}

export class ShowTranscript extends Query<TranscriptAnswer> {
  constructor(
    readonly candidacyId: string,
    readonly question: ReadQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShowTranscript)
export class ShowTranscriptHandler implements IQueryHandler<ShowTranscript> {
  constructor(
    private readonly views: Views,
    private readonly transcripts: Transcripts,
    private readonly vault: Vault,
  ) {}

  async execute({ candidacyId, question }: ShowTranscript): Promise<TranscriptAnswer> {
    const asOf = await this.views.at(question);
    const { row: file } = found(await this.views.get(candidateFile, candidacyId, asOf));
    const pins = (await this.transcripts.pinsOf(file.cohortId, asOf))!;
    const revision = await this.views.revisionOf(candidacyStream, candidacyId, asOf);
    const { results, json } = await this.transcripts.resultsOf({ ...file, revision }, pins, asOf);
    // A transcript of now is read most often, and a tenth faster where the vault alone answers for its name.
    const identity =
      question.asOf === undefined
        ? await this.vault.identity(file.personId)
        : await identityAt(this.views, this.vault, file.personId, asOf);
    const head: TranscriptHead = {
      candidacyId,
      revision,
      candidateNumber: file.candidateNumber,
      identity: namesOf(identity ?? null),
      route: file.route,
      cohort: { id: file.cohortId, code: pins.cohort.code },
      titleExact: pins.framework.titleExact,
      asOf,
      incomplete: [candidateFile, evaluationList, candidacyStanding].some((one) =>
        this.views.isIncomplete(one, candidacyId),
      ),
    };
    const opening = Buffer.from(`${JSON.stringify(head).slice(0, -1)},`);
    return { page: { ...head, ...results }, json: Buffer.concat([opening, json().subarray(1)]) };
  }
}
