import { Temporal } from 'temporal-polyfill';

/**
 * The same day so many months later, or the last day of that month where it has no such day: how a period of months
 * ends (Regulation 1182/71, art. 3).
 */
export function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}
