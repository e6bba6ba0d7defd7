import { randomInt } from 'node:crypto';

import { killSoOften } from './campaign.js';
import { harmsNotSeen } from './sabotage.js';

/**
 * Goal: whatever was acknowledged is there once after kill -9, nothing is half, and read models and reactions catch up
 * without a double. Method: processes tell the demonstration to a folder and are killed at random moments; after each
 * kill a copy of the folder is verified, then the next process goes on in the folder itself. `npm run test:crash [COUNT]
 * [--seed N]`; with `--sabotage` the verification itself is tried, on copies that were harmed on purpose.
 */
const args = process.argv.slice(2);
const seedAt = args.indexOf('--seed');
const seed = seedAt >= 0 ? Number(args[seedAt + 1]) : randomInt(1_000_000);
const count = Number(args.find((argument, index) => /^\d+$/.test(argument) && args[index - 1] !== '--seed') ?? 100);
const say = (line: string): void => console.log(line);

console.log(`seed ${seed}`);
if (args.includes('--sabotage')) {
  const unseen = await harmsNotSeen(seed, say);
  console.log(unseen.length === 0 ? 'Every harm was seen.' : `Not seen: ${unseen.join('; ')}`);
  process.exitCode = unseen.length === 0 ? 0 : 1;
} else {
  const startedAt = performance.now();
  const { kills, tellings, receipts, faults } = await killSoOften(count, seed, say);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  console.log(`${kills} kills in ${tellings} tellings, ${receipts} receipts, ${seconds} s: ${faults.length} faults`);
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
