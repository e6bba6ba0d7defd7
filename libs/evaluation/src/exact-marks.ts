import { Decimal } from 'decimal.js';

import { type NumericScale, type Rounding, type Rules, type Scale, scaleOf } from '@minutier/framework';

/** Wide enough that sums of marks by their weights are exact, and quotients are rounded from their exact value. */
const Exact = Decimal.clone({ precision: 80, toExpNeg: -50, toExpPos: 50 });

const MODES = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const;

/** A decimal as an exact number. */
export function exact(value: string | number): Decimal {
  return new Exact(value);
}

/** Σ weight × value ÷ Σ weight; undefined where nothing counts. */
export function weightedMean(parts: readonly { value: Decimal; weight: string }[]): Decimal | undefined {
  const weights = parts.reduce((sum, { weight }) => sum.plus(weight), exact(0));
  return weights.isZero() ? undefined : weightedSum(parts).div(weights);
}

/** Σ weight × value. */
export function weightedSum(parts: readonly { value: Decimal; weight: string }[]): Decimal {
  return parts.reduce((sum, { value, weight }) => sum.plus(value.times(weight)), exact(0));
}

/** Far above the error of a sum of thirds, far below the distance of two different results. */
const CERTAIN_DECIMALS = 50;

/** To a multiple of the rounding's step, in its mode; what is one but for a third cut at 80 digits is one. */
export function rounded(value: Decimal, { mode, step }: Rounding): Decimal {
  const steps = value.div(step).toDecimalPlaces(CERTAIN_DECIMALS, Decimal.ROUND_HALF_EVEN);
  return steps.toDecimalPlaces(0, MODES[mode]).times(step);
}

/** The nearest mark of a scale, halves up. */
export function nearestMark(value: Decimal, { min, step }: Pick<NumericScale, 'min' | 'step'>): Decimal {
  return rounded(value.minus(min), { mode: 'half-up', step }).plus(min);
}

/** What a result is worth on another numeric scale: levels by their value on the reference scale, marks in proportion. */
export function worthOn(target: NumericScale, value: string, of: Scale, rules: Rules): Decimal {
  if (of.kind === 'level') {
    const worth = of.levels.find(({ code }) => code === value)!.value;
    const reference = scaleOf(rules, rules.referenceScale);
    return reference?.kind === 'numeric' ? worthOn(target, worth, reference, rules) : exact(worth);
  }
  if (of.code === target.code) return exact(value);
  const share = exact(value).minus(of.min).times(exact(target.max).minus(target.min));
  return share.div(exact(of.max).minus(of.min)).plus(target.min);
}
