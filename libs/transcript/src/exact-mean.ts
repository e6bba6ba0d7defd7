import { Decimal } from 'decimal.js';

import type { Rounding } from '@minutier/framework';

/** Decimals wide enough that a quotient of marks is rounded from its exact value: denominators stay far below 10^30. */
const Exact = Decimal.clone({ precision: 80, toExpNeg: -50, toExpPos: 50 });

export type ExactDecimal = Decimal;

const KNOWN_MAX = 10_000;
/** Marks, weights and steps are few and come back in every transcript; a decimal never changes. */
const known = new Map<string | number, ExactDecimal>();

/** A decimal written as a string, as an exact number. */
export function exact(value: string | number): ExactDecimal {
  const before = known.get(value);
  if (before) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const decimal = new Exact(value);
  known.set(value, decimal);
  return decimal;
}

const MODES = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const;

/** Far above the error of a sum of thirds (10^-78), far below the distance of two different results (10^-30). */
const CERTAIN_DECIMALS = 50;

/** To the nearest multiple of the rounding's step, in its mode. What is a multiple or a tie but for a third cut at 80 digits is one. */
export function rounded(value: ExactDecimal, { mode, step }: Rounding): ExactDecimal {
  const steps = value.div(exact(step)).toDecimalPlaces(CERTAIN_DECIMALS, Decimal.ROUND_HALF_EVEN);
  return steps.toDecimalPlaces(0, MODES[mode]).times(exact(step));
}

/** A result as it is printed: with as many decimals as the rounding's step has. */
export function written(value: ExactDecimal, { step }: Rounding): string {
  return value.toFixed(exact(step).decimalPlaces());
}

/** Σ weight × value ÷ Σ weight; undefined where no weight counts. */
export function weightedMean(
  parts: readonly { readonly value: ExactDecimal; readonly weight: string }[],
): ExactDecimal | undefined {
  const weights = parts.reduce((sum, { weight }) => sum.plus(exact(weight)), exact(0));
  if (weights.isZero()) return undefined;
  return parts.reduce((sum, { value, weight }) => sum.plus(value.times(exact(weight))), exact(0)).div(weights);
}
