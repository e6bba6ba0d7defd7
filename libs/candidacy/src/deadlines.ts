import { Temporal } from 'temporal-polyfill';

import type { Deadline } from '@minutier/framework';

/**
 * The last day on which a thing may still be done: the day that starts a deadline does not count, and a month ends on
 * the day of the same number, or on its last day where it has none (art. 641 CPC).
 */
export function lastDay({ amount, unit }: Pick<Deadline, 'amount' | 'unit'>, startsOn: string): string {
  return Temporal.PlainDate.from(startsOn)
    .add({ [unit]: amount })
    .toString();
}
