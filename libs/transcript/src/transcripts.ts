import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';

import {
  type CandidateFileRow,
  candidacyStanding,
  evaluationList,
  type EvaluationRow,
  type StandingRow,
} from '@minutier/candidacy';
import { cohortList, type OpenCohortState } from '@minutier/cohort';
import { type Framework, frameworkCatalogue, type Rules, rulesCatalogue } from '@minutier/framework';
import { LedgerCorrupted, type LogMoment, Views } from '@minutier/ledger';

import type { CountedEvaluation } from './modality-result.js';
import { type CandidacyMarks, type Covers, transcriptResults, type TranscriptResults } from './results.js';

const CALCULATED_MAX = 5_000;

/** What a cohort's transcripts are calculated by. */
export interface Pins {
  readonly cohort: OpenCohortState;
  readonly framework: Framework;
  readonly rules: Rules;
}

/** Results, and their JSON as it is answered: each is made once, the JSON when it is first asked for. */
export interface CalculatedTranscript {
  readonly results: TranscriptResults;
  readonly json: () => Buffer;
}

/**
 * Calculates transcripts from the read models as of a moment. A result is kept by candidacy, revision and rules: it can
 * never become wrong, since none of the three is ever changed.
 */
@Injectable()
export class Transcripts {
  readonly #calculated = new LRUCache<string, CalculatedTranscript>({ max: CALCULATED_MAX });
  readonly #frameworks = new LRUCache<string, Framework>({ max: 100 });
  readonly #rules = new LRUCache<string, Rules>({ max: 100 });

  constructor(private readonly views: Views) {}

  /** The pins of a cohort as of a moment; undefined for a cohort that did not exist then. */
  async pinsOf(cohortId: string, at: LogMoment): Promise<Pins | undefined> {
    const found = await this.views.get(cohortList, cohortId, at);
    if (!found) return undefined;
    const { framework, rules } = found.row;
    return {
      cohort: found.row,
      framework: await this.#framework(framework, at),
      rules: await this.#adopted(rules, at),
    };
  }

  /** A candidacy's results as of a moment. */
  async resultsOf(
    file: CandidateFileRow & { readonly revision: number },
    { framework, rules }: Pins,
    at: LogMoment,
  ): Promise<CalculatedTranscript> {
    const { candidacyId, revision } = file;
    const key = [
      this.views.generation,
      candidacyId,
      revision,
      framework.number,
      framework.version,
      rules.rulesId,
      rules.version,
    ].join(' ');
    const known = this.#calculated.get(key);
    if (known) return known;
    const results = transcriptResults(framework, rules, await this.marksOf(file, at));
    let bytes: Buffer | undefined;
    const calculated = { results, json: () => (bytes ??= Buffer.from(JSON.stringify(results))) };
    // What waits in quarantine is missing from these results: they are not to be kept.
    const incomplete = [evaluationList, candidacyStanding].some((one) => this.views.isIncomplete(one, candidacyId));
    if (!incomplete) this.#calculated.set(key, calculated);
    return calculated;
  }

  /** What a candidacy's results are calculated on as of a moment. */
  async marksOf({ candidacyId, route }: CandidateFileRow, at: LogMoment): Promise<CandidacyMarks> {
    const rows = await this.views.find(evaluationList, { where: { candidacyId }, orderBy: 'place' }, at);
    const acts = await this.views.get(candidacyStanding, candidacyId, at);
    return {
      route,
      evaluations: rows.map(({ row }) => countedEvaluation(row)),
      ...(acts ? { covers: coversOf(acts.row) } : {}),
    };
  }

  async #framework({ number, version }: { number: string; version: number }, at: LogMoment): Promise<Framework> {
    const key = `${number}@${version}`;
    const known = this.#frameworks.get(key);
    if (known) return known;
    const framework = (await this.views.get(frameworkCatalogue, number, at))?.row.versions[version - 1];
    if (!framework) throw new LedgerCorrupted(`a cohort is pinned to ${key}, which is not published`);
    this.#frameworks.set(key, framework);
    return framework;
  }

  async #adopted({ id, version }: { id: string; version: number }, at: LogMoment): Promise<Rules> {
    const key = `${id}@${version}`;
    const known = this.#rules.get(key);
    if (known) return known;
    const rules = (await this.views.get(rulesCatalogue, id, at))?.row.versions[version - 1];
    if (!rules) throw new LedgerCorrupted(`a cohort is pinned to rules ${key}, which are not adopted`);
    this.#rules.set(key, rules);
    return rules;
  }
}

/** What stands without a mark, revocations left out. */
function coversOf({ equivalences, carryOvers }: StandingRow): Covers {
  return {
    equivalences: equivalences.filter(({ ended }) => !ended).map(({ level, code }) => ({ level, code })),
    carriedBlocks: carryOvers.filter(({ ended }) => !ended).map(({ block }) => block),
  };
}

function countedEvaluation(row: EvaluationRow): CountedEvaluation {
  const { evaluationId, modality, occurrence, attempt, session, heldOn, outcome, corrections, facts } = row;
  return {
    evaluationId,
    modality,
    occurrence,
    attempt,
    session,
    heldOn,
    outcome,
    corrections: corrections.map(({ from, to, reason, authority, recordedAt }) => ({
      from,
      to,
      reason: reason.code,
      authority,
      recordedAt,
    })),
    ...(facts && 'daysPresent' in facts ? { daysPresent: facts.daysPresent } : {}),
  };
}
