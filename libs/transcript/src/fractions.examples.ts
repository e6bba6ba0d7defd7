import type { Rounding } from '@minutier/framework';

/** A whole-number fraction; its denominator is positive. */
export type Fraction = readonly [numerator: bigint, denominator: bigint];

/** A decimal as it is written. */
export const fraction = (decimal: string): Fraction => {
  const [whole, decimals = ''] = decimal.split('.');
  return [BigInt(whole! + decimals), 10n ** BigInt(decimals.length)];
};
export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
export const minus = (one: Fraction, [c, d]: Fraction): Fraction => plus(one, [-c, d]);
export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
export const below = ([a, b]: Fraction, [c, d]: Fraction) => a * d < c * b;

/** Marks are never negative, so whole parts are floors. */
export function round(value: Fraction, { mode, step }: Rounding): Fraction {
  const [a, b] = over(value, fraction(step));
  const [whole, rest] = [a / b, a % b];
  const up = {
    up: rest > 0n,
    down: false,
    'half-up': rest * 2n >= b,
    'half-even': rest * 2n > b || (rest * 2n === b && whole % 2n === 1n),
  }[mode];
  return times([up ? whole + 1n : whole, 1n], fraction(step));
}

export function print([a, b]: Fraction, { step }: Rounding): string {
  const decimals = step.replace(/^\d+\.?/, '').replace(/0+$/, '').length;
  const digits = ((a * 10n ** BigInt(decimals)) / b).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The weighted mean of the parts that have a value; none where no weight is left. */
export function mean(parts: readonly { value: Fraction | undefined; weight: string }[], rounding: Rounding) {
  let [sum, weights]: [Fraction, Fraction] = [
    [0n, 1n],
    [0n, 1n],
  ];
  for (const { value, weight } of parts) {
    if (!value) continue;
    sum = plus(sum, times(value, fraction(weight)));
    weights = plus(weights, fraction(weight));
  }
  return weights[0] === 0n ? undefined : round(over(sum, weights), rounding);
}
