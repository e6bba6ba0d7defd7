import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

import { appendBench } from './append.bench.js';
import { cohortBench } from './cohort.bench.js';
import { eventStoreDbBench } from './eventstoredb.bench.js';
import { growthBench } from './growth.bench.js';
import { httpBench } from './http.bench.js';
import { fdatasyncRate, inFolder, type Measurement } from './measure.js';
import { memoryBench } from './memory.bench.js';
import { rebuildBench } from './rebuild.bench.js';

const BENCHES: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  append: appendBench,
  rebuild: rebuildBench,
  http: httpBench,
  cohort: cohortBench,
  eventstoredb: eventStoreDbBench,
  growth: growthBench,
  memory: memoryBench,
};
/** Written beside the source, not beside what runs. */
const RESULTS = fileURLToPath(new URL('../../../test/bench/results.md', import.meta.url));

const lines: string[] = [];
function say(line: string): void {
  lines.push(line);
  process.stdout.write(`${line}\n`);
}

const chosen = process.argv.slice(2);
const disk = await inFolder(fdatasyncRate);
say('# Measured side by side');
say('');
say(
  '`npm run bench`: each pair in one run, in turn, medians of the pairs. What stands beside ours is a loop of the same',
);
say('library, rows and durability; an endpoint of the same server that validates the same and does nothing; the bare');
say('client; or what the line names: a smaller ledger, an earlier moment.');
say('');
say(
  `Node ${process.version}, ${availableParallelism()} processors; the disk takes ${disk.toFixed(0)} × 4 KiB/s for good.`,
);
say('');
say('| measured | ours | beside | ratio | bar | holds |');
say('|---|---|---|---|---|---|');
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const { name: measured, unit, ours, bare, ratio, bar, holds } of await bench()) {
    const figures = [`${ours.toFixed(0)} ${unit}`, `${bare.toFixed(0)} ${unit}`, ratio.toFixed(2)];
    say(`| ${[measured, ...figures, bar, holds ? 'yes' : 'no'].join(' | ')} |`);
  }
}
if (chosen.length === 0) writeFileSync(RESULTS, `${lines.join('\n')}\n`);
