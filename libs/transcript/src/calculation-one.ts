import { NO_ITEMS, type Rules } from '@minutier/framework';

import type { ModalityResult } from './modality-result.js';
import type { BlockResult, FunctionResult, TranscriptResults } from './transcript-results.js';

/**
 * Calculation 1 is what calculation 2 gives where the rules have nothing beside their header and the fiche's lines and
 * nothing stands without a mark, without the fields that came later. Its golden files hold it to that.
 */
export function asCalculationOne(rules: Rules, calculate: (bare: Rules) => TranscriptResults): TranscriptResults {
  const { reasons: _reasons, blocks, proposed, ...results } = calculate({ ...rules, ...NO_ITEMS });
  const { resits: _resits, ...axes } = proposed;
  return { ...results, blocks: blocks.map(ofBlock), proposed: axes };
}

function ofBlock({ origin: _origin, substitutes: _substitutes, functions, ...block }: BlockResult): BlockResult {
  return { ...block, functions: functions.map(ofFunction) };
}

function ofFunction({
  covered: _covered,
  substitutes: _substitutes,
  modalities,
  ...one
}: FunctionResult): FunctionResult {
  return { ...one, modalities: modalities.map(ofLine) };
}

function ofLine({ substitutes: _substitutes, ...line }: ModalityResult): ModalityResult {
  return line;
}
