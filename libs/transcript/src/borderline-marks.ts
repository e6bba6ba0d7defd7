import { type Framework, type NumericScale, type Rules, scaleOf } from '@minutier/framework';

import { exact } from './exact-mean.js';
import type { CountedEvaluation } from './modality-result.js';
import { type CandidacyMarks, transcriptResults, type TranscriptResults } from './results.js';

/** One mark that, raised alone, would change what the rules propose. */
export interface BorderlineMark {
  readonly evaluationId: string;
  readonly modality: string;
  readonly occurrence: number;
  readonly from: string;
  /** The least mark of the scale with which it changes. */
  readonly to: string;
  readonly outcome: TranscriptResults['proposed']['outcome'];
  /** Blocks that would be validated by it. */
  readonly blocksGained: readonly string[];
}

/**
 * For the jury's table: with which one mark more, and how much more, a candidate would be admitted or gain a block. It
 * proposes nothing; a jury that raises a mark says why.
 */
export function borderlineMarks(framework: Framework, rules: Rules, marks: CandidacyMarks): readonly BorderlineMark[] {
  const before = transcriptResults(framework, rules, marks);
  if (before.proposed.outcome === 'admitted' || before.proposed.outcome === 'open') return [];
  return marks.evaluations.flatMap((evaluation) => {
    const { outcome } = evaluation;
    const scale = outcome.kind === 'result' ? scaleOf(rules, outcome.result.scale) : undefined;
    if (outcome.kind !== 'result' || scale?.kind !== 'numeric') return [];
    const from = outcome.result.value;
    const found = leastGain(from, scale, (to) => {
      const raised = marks.evaluations.map((one) => (one === evaluation ? withMark(one, scale, to) : one));
      return gained(before, transcriptResults(framework, rules, { ...marks, evaluations: raised }));
    });
    if (!found) return [];
    const { modality, occurrence, evaluationId } = evaluation;
    return [{ evaluationId, modality, occurrence, from, ...found }];
  });
}

type Gain = Pick<BorderlineMark, 'outcome' | 'blocksGained'>;

/** The least mark above `from` that gains something: a mark more never loses what a smaller one gained. */
function leastGain(
  from: string,
  { min, max, step }: NumericScale,
  gainOf: (to: string) => Gain | undefined,
): (Gain & { readonly to: string }) | undefined {
  const markAt = (steps: number): string => exact(step).times(steps).plus(min).toFixed();
  let low = exact(from).minus(min).div(step).floor().toNumber() + 1;
  let high = exact(max).minus(min).div(step).floor().toNumber();
  if (low > high || !gainOf(markAt(high))) return undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (gainOf(markAt(middle))) high = middle;
    else low = middle + 1;
  }
  return { to: markAt(low), ...gainOf(markAt(low))! };
}

function gained(before: TranscriptResults, after: TranscriptResults): Gain | undefined {
  const held = new Set(before.proposed.validatedBlocks);
  const blocksGained = after.proposed.validatedBlocks.filter((code) => !held.has(code));
  const { outcome } = after.proposed;
  return blocksGained.length > 0 || outcome !== before.proposed.outcome ? { outcome, blocksGained } : undefined;
}

function withMark(evaluation: CountedEvaluation, { code }: NumericScale, value: string): CountedEvaluation {
  return { ...evaluation, outcome: { kind: 'result', result: { scale: code, value } } };
}
