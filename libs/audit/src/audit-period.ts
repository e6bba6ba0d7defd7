import { asOfInstant, type LogMoment, type Views } from '@minutier/ledger';

/** The ordinals of a period of recording, both included. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

/**
 * Which ordinals a period holds, by the effective time, which never runs backwards: so `to` ends where `asOf` the same
 * moment ends, and `from` begins after what was already recorded before it.
 */
export async function periodOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  asOf: LogMoment,
  views: Pick<Views, 'at'>,
): Promise<Period> {
  const before = from === undefined ? -1 : (await views.at({ asOf: justBefore(from) })).ordinal;
  const until = to === undefined ? asOf.ordinal : (await views.at({ asOf: to })).ordinal;
  return { first: before + 1, last: Math.min(asOf.ordinal, until) };
}

/** The last instant before a period begins: a millisecond before, or the end of the day before. */
function justBefore(from: string): string {
  // Throws what a malformed `asOf` throws.
  const instant = asOfInstant(from);
  if (from.includes('T')) return new Date(Date.parse(instant) - 1).toISOString();
  return new Date(Date.parse(`${from}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;
