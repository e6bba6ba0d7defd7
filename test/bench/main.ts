import { availableParallelism } from 'node:os';

import { appendBench } from './append.bench.js';
import { httpBench } from './http.bench.js';
import { fdatasyncRate, inFolder, type Measurement } from './measure.js';
import { rebuildBench } from './rebuild.bench.js';

const BENCHES: Readonly<Record<string, () => Promise<Measurement[]>>> = {
  append: appendBench,
  rebuild: rebuildBench,
  http: httpBench,
};

const chosen = process.argv.slice(2);
const disk = await inFolder(fdatasyncRate);
process.stdout.write(
  `Node ${process.version}, ${availableParallelism()} processors; the disk takes ${disk.toFixed(0)} × 4 KiB/s for good.\n\n`,
);
process.stdout.write('| measured | ours | bare | ratio | bar | holds |\n|---|---|---|---|---|---|\n');
for (const [name, bench] of Object.entries(BENCHES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const { name: measured, unit, ours, bare, ratio, bar, holds } of await bench()) {
    const row = [
      measured,
      `${ours.toFixed(0)} ${unit}`,
      `${bare.toFixed(0)} ${unit}`,
      ratio.toFixed(2),
      bar,
      holds ? 'yes' : 'no',
    ];
    process.stdout.write(`| ${row.join(' | ')} |\n`);
  }
}
