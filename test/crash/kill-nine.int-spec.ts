import { killSoOften } from './campaign.js';
import { harmsNotSeen } from './sabotage.js';

/** The short set: `npm run test:crash` kills a hundred times. A failure is told again by its seed. */
const SEED = Number(process.env['CRASH_SEED'] ?? 28_684);
const KILLS = 6;

describe('a ledger whose process is killed at random moments', () => {
  it(`keeps every acknowledged command once, ${KILLS} times, and ends as if it had not been (seed ${SEED})`, async () => {
    const told: string[] = [];
    const { kills, faults } = await killSoOften(KILLS, SEED, (line) => told.push(line));
    expect({ faults, told }).toEqual({ faults: [], told });
    expect(kills).toBe(KILLS);
  }, 120_000);

  it('is looked at by a verification that sees every harm that is done to a copy', async () => {
    expect(await harmsNotSeen(SEED, () => {})).toEqual([]);
  }, 60_000);
});
