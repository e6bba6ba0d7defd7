import type { Block, Rules } from '@minutier/framework';

import { exact, type ExactDecimal, rounded, weightedMean, written } from './exact-mean.js';
import { functionResult } from './function-result.js';
import type { TranscriptReason } from './modality-result.js';
import { substituteResults } from './substitutes.js';
import type { BlockResult, CandidacyMarks, FunctionResult, Valued } from './transcript-results.js';

/** A block: kept or recognised as a whole, assessed by the rules' own lines, or by its functions. */
export function blockResult(block: Block, rules: Rules, marks: Required<CandidacyMarks>): Valued<BlockResult> {
  const functions = block.functions.map((one) => functionResult(one, rules, marks));
  const substitutes = substituteResults('block', block.code, rules, marks);
  const parts =
    substitutes.length > 0
      ? substitutes.map(({ shown, value, weight }) => ({ value, weight, standing: shown.standing, shown: undefined }))
      : functions.map(({ shown, value, weight }) => ({ value, weight, standing: shown.standing, shown }));
  const own = rules.blockRules.find((rule) => rule.block === block.code);
  const { threshold, functionFloor } = own ?? rules.blockRule;
  const origin = originOf(block, functions, marks);
  const open = parts.filter(({ standing }) => standing === 'open');
  const value = meanOf(origin === 'session' && open.length === 0 ? parts : [], rules);
  const reasons: TranscriptReason[] = [];
  if (origin === 'kept') reasons.push({ code: 'carried-over', block: block.code });
  if (origin === 'equivalence') reasons.push({ code: 'equivalence', block: block.code });
  if (origin === 'session') {
    for (const { shown } of open) reasons.push({ code: 'line-open', ...(shown ? { function: shown.code } : {}) });
    if (open.length === 0 && !value) reasons.push({ code: 'no-line-for-route' });
    if (value?.lessThan(threshold))
      reasons.push({ code: 'below-threshold', value: written(value, rules.rounding.block), needed: threshold });
    for (const { shown, standing, value: obtained } of parts) {
      const at = shown ? { function: shown.code } : {};
      if (standing === 'below') reasons.push({ code: 'below-floor', ...at });
      if (shown && functionFloor !== null && obtained?.lessThan(functionFloor)) {
        reasons.push({ code: 'function-below-floor', ...at, value: shown.result!, needed: functionFloor });
      }
    }
  }
  const coefficient = rules.blockCoefficients.find((one) => one.block === block.code)?.coefficient ?? '1';
  return {
    value,
    weight: coefficient,
    shown: {
      code: block.code,
      label: block.label,
      tableNumber: block.tableNumber,
      coefficient,
      result: value ? written(value, rules.rounding.block) : null,
      proposed:
        origin !== 'session' ? 'validated' : !value ? 'open' : reasons.length > 0 ? 'not-validated' : 'validated',
      origin,
      reasons,
      substitutes: substitutes.map(({ shown }) => shown),
      functions: functions.map(({ shown }) => shown),
    },
  };
}

function meanOf(
  parts: readonly { readonly value: ExactDecimal | undefined; readonly weight: string }[],
  rules: Rules,
): ExactDecimal | undefined {
  const valued = parts.filter(({ value }) => value !== undefined);
  const mean = weightedMean(valued.map(({ value, weight }) => ({ value: value ?? exact(0), weight })));
  return mean && rounded(mean, rules.rounding.block);
}

/** A block kept for life comes before one recognised; a block whose every function is recognised is recognised. */
function originOf(
  { code }: Block,
  functions: readonly Valued<FunctionResult>[],
  { covers: { carriedBlocks, equivalences } }: Required<CandidacyMarks>,
): 'session' | 'kept' | 'equivalence' {
  if (carriedBlocks.includes(code)) return 'kept';
  const recognised = equivalences.some((one) => one.level === 'block' && one.code === code);
  return recognised || functions.every(({ shown }) => shown.covered) ? 'equivalence' : 'session';
}
