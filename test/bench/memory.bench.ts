import { madeLedger } from './made-ledger.js';
import type { Measurement } from './measure.js';

const MEGABYTE = 1e6;

/** What a process holds after it has replayed a million events into a read model, beside what it held after a hundred thousand. */
export async function memoryBench(): Promise<Measurement[]> {
  const { samples } = await madeLedger(1_000_000);
  const [early, late] = [samples[0]!, samples.at(-1)!];
  return (['heap', 'rss'] as const).map((name): Measurement => {
    const [ours, bare] = [late[`${name}Bytes`] / MEGABYTE, early[`${name}Bytes`] / MEGABYTE];
    const ratio = ours / bare;
    const line = `${name} after a replay of ${late.events} events, beside ${early.events}`;
    return { name: line, unit: 'MB', ours, bare, ratio, bar: '<= 1.2', holds: ratio <= 1.2 };
  });
}
