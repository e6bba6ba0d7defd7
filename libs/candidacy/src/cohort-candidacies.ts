import { Injectable } from '@nestjs/common';

import { cohortStream } from '@minutier/cohort';
import { Ledger, streamName, Views } from '@minutier/ledger';

import { candidacyStream } from './candidacy.state.js';
import { candidateFile } from './candidate-file/candidate-file.projection.js';
import type { EnrolledCandidacy } from './enrolled-candidacy.js';

/**
 * The candidacies of a cohort, for decisions about the cohort that they bear on. Which there are is asked of the read
 * model, once it has come as far as the cohort; each is then read from its own stream, as it stands. Somebody who is
 * enrolled in the very moment of the decision may be missed: two streams share no lock.
 */
@Injectable()
export class CohortCandidacies {
  constructor(
    private readonly ledger: Ledger,
    private readonly views: Views,
  ) {}

  /** Those who are enrolled; none in a cohort that does not exist. Throws NotYetProjected. */
  async of(cohortId: string): Promise<readonly EnrolledCandidacy[]> {
    const { revision } = await this.ledger.load(cohortStream, cohortId);
    if (revision === -1) return [];
    const atLeast = `${streamName(cohortStream.category, cohortId)}@${revision}`;
    const asOf = await this.views.at({ atLeast });
    const rows = await this.views.find(candidateFile, { where: { cohortId } }, asOf);
    const found = await Promise.all(rows.map(({ key }) => this.ledger.load(candidacyStream, key)));
    return found.flatMap(({ state }) => (state.status === 'enrolled' ? [state] : []));
  }
}

/** The lines and scales on which marks of these candidates stand, brought over from elsewhere or not. */
export function marksOf(candidacies: readonly EnrolledCandidacy[]): {
  readonly modalities: readonly string[];
  readonly scales: readonly string[];
} {
  const evaluations = candidacies.flatMap((candidacy) => [...candidacy.evaluations.values()]);
  const scales = evaluations.flatMap(({ outcome }) => (outcome.kind === 'result' ? [outcome.result.scale] : []));
  return { modalities: distinct(evaluations.map(({ modality }) => modality)), scales: distinct(scales) };
}

/** The days on which what stands in a session of the cohort was held; what a transfer brought over was held elsewhere. */
export function heldOnIn(session: number, candidacies: readonly EnrolledCandidacy[]): readonly string[] {
  return candidacies.flatMap((candidacy) =>
    [...candidacy.evaluations.values()]
      .filter((one) => one.session === session && one.broughtFrom === null)
      .map(({ heldOn }) => heldOn),
  );
}

function distinct(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)].sort();
}
