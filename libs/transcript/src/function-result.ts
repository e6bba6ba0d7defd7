import { type FrameworkFunction, ruleOf, type Rules } from '@minutier/framework';

import { exact, rounded, weightedMean, written } from './exact-mean.js';
import { modalityResult, type ModalityResult, type TranscriptReason, type ValuedModality } from './modality-result.js';
import { substituteResults } from './substitutes.js';
import type { CandidacyMarks, FunctionResult, Valued } from './transcript-results.js';

const REASONS_OF_FUNCTIONS: ReadonlySet<TranscriptReason['code']> = new Set([
  'mark-missing',
  'absence-open',
  'below-floor',
]);

/** A function: recognised, as a whole or line by line, assessed by the rules' own lines, or by those of the fiche. */
export function functionResult(
  { code, label, modalities }: FrameworkFunction,
  rules: Rules,
  marks: Required<CandidacyMarks>,
): Valued<FunctionResult> {
  const recognised = marks.covers.equivalences.some((one) => one.level === 'function' && one.code === code);
  const substitutes = substituteResults('function', code, rules, marks);
  const own = modalities.map((modality) => lineResult(modality, rules, marks));
  const byLine = own.every(({ shown }) => shown.reasons.some((reason) => reason.code === 'equivalence'));
  const lines = recognised || byLine ? [] : substitutes.length > 0 ? substitutes : own;
  const open = lines.filter(({ shown }) => shown.standing === 'open');
  const below = lines.filter(({ shown }) => shown.standing === 'below');
  const valued = open.length > 0 ? [] : lines.filter(({ value }) => value !== undefined);
  const mean = weightedMean(valued.map(({ value, weight }) => ({ value: value ?? exact(0), weight })));
  const value = mean && rounded(mean, rules.rounding.function);
  const reasons: TranscriptReason[] = recognised
    ? [{ code: 'equivalence', function: code }]
    : [...open, ...below]
        .flatMap(({ shown }) => shown.reasons)
        .filter((reason) => REASONS_OF_FUNCTIONS.has(reason.code));
  const weight = rules.functionCoefficients.find((one) => one.function === code)?.coefficient ?? '1';
  return {
    value,
    weight,
    shown: {
      code,
      label,
      coefficient: weight,
      standing: open.length > 0 ? 'open' : below.length > 0 ? 'below' : value ? 'obtained' : 'neutral',
      result: value ? written(value, rules.rounding.function) : null,
      reasons,
      covered: recognised || byLine,
      substitutes: substitutes.map(({ shown }) => shown),
      modalities: own.map(({ shown }) => shown),
    },
  };
}

/** A line of the fiche: recognised, replaced on this route by lines of the rules, or assessed itself. */
function lineResult(
  modality: FrameworkFunction['modalities'][number],
  rules: Rules,
  marks: Required<CandidacyMarks>,
): ValuedModality {
  const own = modalityResult(modality, ruleOf(rules, modality.id)!, marks, rules);
  if (marks.covers.equivalences.some((one) => one.level === 'modality' && one.code === modality.id)) {
    const reasons: TranscriptReason[] = [{ code: 'equivalence', modality: modality.id }];
    return { ...own, value: undefined, shown: { ...own.shown, standing: 'neutral', result: null, reasons } };
  }
  const substitutes = substituteResults('modality', modality.id, rules, marks);
  if (substitutes.length === 0) return own;
  const open = substitutes.some(({ shown }) => shown.standing === 'open');
  const valued = open ? [] : substitutes.filter(({ value }) => value !== undefined);
  const mean = weightedMean(valued.map(({ value, weight }) => ({ value: value ?? exact(0), weight })));
  const value = mean && rounded(mean, rules.rounding.modality);
  const below = substitutes.some(({ shown }) => shown.standing === 'below');
  const shown: ModalityResult = {
    ...own.shown,
    standing: open ? 'open' : below ? 'below' : value ? 'obtained' : 'neutral',
    result: value ? written(value, rules.rounding.modality) : null,
    reasons: substitutes.flatMap(({ shown: { reasons } }) => reasons),
    substitutes: substitutes.map(({ shown: one }) => one),
  };
  return { value, weight: own.weight, shown };
}
