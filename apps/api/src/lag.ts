import type { EventStore } from '@minutier/ledger';

const COUNTED_MAX = 10_000;

/** How far read models are behind the log: events (counted up to 10,000) and seconds since the first of them was recorded. */
export async function lagOf(
  store: EventStore,
  { position }: { position: string | null },
): Promise<{ events: number; seconds: number }> {
  const events = await store.countAfter(position, COUNTED_MAX);
  if (events === 0) return { events: 0, seconds: 0 };
  const [first] = await store.readLog(position, 1);
  const seconds = first ? Math.max(0, (Date.now() - Date.parse(first.meta.recordedAt)) / 1_000) : 0;
  return { events, seconds };
}
