import type { EnrolledCandidacy } from './enrolled-candidacy.js';

/** Whether a sanction keeps the candidate out on a day. */
export function isExcludedOn({ sanctions }: Pick<EnrolledCandidacy, 'sanctions'>, day: string): boolean {
  return [...sanctions.values()].some(
    ({ kind, decidedOn, until, liftedOn }) =>
      (kind === 'excluded' || kind === 'excluded-with-loss') &&
      day >= decidedOn &&
      (until === null || day <= until) &&
      (liftedOn === null || day < liftedOn),
  );
}
