import type { EntitledPeriod, TaskRow } from './task-rows.js';

const NOTICE_DAYS = 90;
const DAY_MS = 86_400_000;

/** Entitlements that end soon, or end today, and that none of the same certification and scope follows. */
export function endingPeriods({ periods }: Pick<TaskRow, 'periods'>, today: string): EntitledPeriod[] {
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + NOTICE_DAYS * DAY_MS).toISOString().slice(0, 10);
  return periods.filter(
    (one) =>
      one.until !== null && today <= one.until && one.until <= soon && !periods.some((other) => follows(other, one)),
  );
}

function follows(other: EntitledPeriod, one: EntitledPeriod): boolean {
  const goesOn = other.until === null || other.until > one.until!;
  return (
    other !== one && goesOn && other.number === one.number && one.scope.every((scope) => other.scope.includes(scope))
  );
}
