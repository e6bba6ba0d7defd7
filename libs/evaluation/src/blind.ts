import { Decimal } from 'decimal.js';

import type { Result } from '@minutier/candidacy';
import {
  type EvaluationKind,
  findLine,
  type Framework,
  type NumericScale,
  ownOrGeneral,
  ruleOf,
  type Rules,
  scaleOf,
} from '@minutier/framework';

/** Works that several may read apart from each other; what is spoken or lived through is not assessed twice. */
export const BLIND_KINDS = ['case-study', 'professional-report'] as const satisfies readonly EvaluationKind[];
export type BlindKind = (typeof BLIND_KINDS)[number];

/** Whether the rules have a line marked blind; they can only where a mean can be taken, of works that can be read apart. */
export function isMarkedBlind(modality: string, framework: Framework, rules: Rules): boolean {
  const kind = findLine(framework, rules, modality)?.kind;
  return (
    ownOrGeneral(rules.markingRules, modality)?.blind === true &&
    BLIND_KINDS.some((one) => one === kind) &&
    numericScaleOf(modality, rules) !== undefined
  );
}

/** The scale of a line, where marks can be added on it. */
export function numericScaleOf(modality: string, rules: Rules): NumericScale | undefined {
  const scale = scaleOf(rules, ruleOf(rules, modality)?.scale ?? '');
  return scale?.kind === 'numeric' ? scale : undefined;
}

/** How many marks the rules ask of a line that is marked blind: two at least. */
export function marksAsked(modality: string, { markingRules }: Rules): number {
  return Math.max(2, ownOrGeneral(markingRules, modality)?.assessorsMin ?? 2);
}

/** Whether marks are further apart, on the reference scale, than the rules let pass without a further marker. */
export function isTooFarApart(results: readonly Result[], modality: string, rules: Rules): boolean {
  const gapMax = ownOrGeneral(rules.markingRules, modality)?.gapMax ?? null;
  const scale = numericScaleOf(modality, rules);
  const reference = scaleOf(rules, rules.referenceScale);
  if (gapMax === null || scale === undefined || reference?.kind !== 'numeric') return false;
  const marks = results.map(({ value }) => new Decimal(value));
  const gap = Decimal.max(...marks).minus(Decimal.min(...marks));
  // Compared by products, since a quotient of two scales may have no end.
  const onReference = gap.times(new Decimal(reference.max).minus(reference.min));
  return onReference.greaterThan(new Decimal(scale.max).minus(scale.min).times(gapMax));
}

/** The mean of marks, to the nearest mark of their scale, halves up. */
export function meanOf(results: readonly Result[], { min, step }: Pick<NumericScale, 'min' | 'step'>): Decimal {
  const sum = results.reduce((total, { value }) => total.plus(value).minus(min), new Decimal(0));
  const steps = sum.div(step).div(results.length).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  return steps.times(step).plus(min);
}
