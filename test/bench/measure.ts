import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A line of the table: what was measured beside what, and the bar that DESIGN §5 sets. */
export interface Measurement {
  readonly name: string;
  readonly unit: string;
  readonly ours: number;
  /** What stands beside it: bare, smaller or earlier. */
  readonly bare: number;
  /** Ours ÷ bare, the median of the pairs measured side by side. */
  readonly ratio: number;
  readonly bar: string;
  readonly holds: boolean;
}

/** The middle value; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor((values.length - 1) / 2)]!;
}

/** Repeats work for a while and answers how often a second it was done. `work` answers how many it did. */
export async function rate(ms: number, work: () => number | Promise<number>): Promise<number> {
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < ms) done += await work();
  return (done * 1_000) / (performance.now() - start);
}

/** Each writer writes again as soon as what it wrote is acknowledged; answers how often a second that was. */
export async function racing<Writer>(
  ms: number,
  writers: readonly Writer[],
  write: (writer: Writer) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let done = 0;
  const run = async (writer: Writer): Promise<void> => {
    while (performance.now() - start < ms) {
      await write(writer);
      done += 1;
    }
  };
  await Promise.all(writers.map(run));
  return (done * 1_000) / (performance.now() - start);
}

/** Measures two things in turn, so that a drifting machine drifts for both. */
export async function pairs(
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ ours: number; bare: number; ratio: number }> {
  const measured: { ours: number; bare: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? { ours: await ours(), bare: await bare() } : undefined;
    measured.push(first ?? { bare: await bare(), ours: await ours() });
  }
  return {
    ours: median(measured.map((one) => one.ours)),
    bare: median(measured.map((one) => one.bare)),
    ratio: median(measured.map((one) => one.ours / one.bare)),
  };
}

/** An empty folder on the file system of BENCH_FOLDER, else of the system's temporary files. */
export function newFolder(): string {
  return mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'minutier-bench-'));
}

/** A folder that is gone when the work is done. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = newFolder();
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How often a second the disk takes 4 KiB for good. */
export function fdatasyncRate(folder: string): Promise<number> {
  const file = openSync(join(folder, 'fdatasync'), 'w');
  const page = Buffer.alloc(4_096, 1);
  return rate(1_000, () => {
    writeSync(file, page);
    fdatasyncSync(file);
    return 1;
  }).finally(() => closeSync(file));
}
