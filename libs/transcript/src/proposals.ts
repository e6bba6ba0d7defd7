import type { Rules } from '@minutier/framework';

import { worthOf } from './modality-result.js';
import type { ModalityResult, TranscriptReason } from './modality-result.js';
import type { BlockResult, CandidacyMarks, FunctionResult, TranscriptResults } from './transcript-results.js';

/** What the rules say of presence in company that was too short: it warns, or withholds the admission until somebody decides. */
export function companyPeriodReasons(
  { route, evaluations }: Pick<CandidacyMarks, 'route' | 'evaluations'>,
  { companyPeriods }: Rules,
): TranscriptReason[] {
  const days = evaluations.reduce((sum, { daysPresent }) => sum + (daysPresent ?? 0), 0);
  return companyPeriods
    .filter(({ routes, daysMin }) => routes.includes(route as never) && days < daysMin)
    .map(({ daysMin, consequence }) => ({
      code: consequence === 'blocks' ? 'company-period-blocks' : 'company-period-short',
      value: String(days),
      needed: String(daysMin),
    }));
}

/** Evaluations that may be sat again: of a block that is not validated, those that count below its threshold. */
export function resitsProposed(
  blocks: readonly BlockResult[],
  rules: Rules,
): NonNullable<TranscriptResults['proposed']['resits']> {
  return blocks
    .filter(({ proposed }) => proposed === 'not-validated')
    .flatMap((block) => {
      const { threshold } = rules.blockRules.find((rule) => rule.block === block.code) ?? rules.blockRule;
      return countingLines(block).flatMap((line) =>
        line.evaluations
          .filter((one) => one.counts && isBelow(one, threshold, rules))
          .map(({ occurrence }) => ({ modality: line.modality, occurrence })),
      );
    });
}

/** The lines on which a block rests: none where it stands without a mark, and of what is replaced those that replace it. */
export function countingLines({ origin, substitutes = [], functions }: BlockResult): readonly ModalityResult[] {
  if (origin !== 'session') return [];
  return substitutes.length > 0 ? substitutes : functions.flatMap(linesOf);
}

/** How many evaluations are recorded, on lines of the fiche or of the rules; once where a line stands for several. */
export function recordedIn(blocks: readonly BlockResult[]): number {
  const lines = blocks.flatMap(({ substitutes = [], functions }) => [
    ...substitutes,
    ...functions.flatMap((one) => [
      ...(one.substitutes ?? []),
      ...one.modalities.flatMap((line) => [line, ...(line.substitutes ?? [])]),
    ]),
  ]);
  return new Set(lines.flatMap(({ evaluations }) => evaluations.map(({ evaluationId }) => evaluationId))).size;
}

function linesOf({ covered, substitutes = [], modalities }: FunctionResult): readonly ModalityResult[] {
  if (covered) return [];
  if (substitutes.length > 0) return substitutes;
  return modalities.flatMap((line) => (line.substitutes?.length ? line.substitutes : [line]));
}

function isBelow({ outcome }: ModalityResult['evaluations'][number], threshold: string, rules: Rules): boolean {
  if (outcome.kind === 'result') return worthOf(outcome.result, rules).lessThan(threshold);
  return outcome.kind === 'absence';
}
