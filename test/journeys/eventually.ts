import { setTimeout as pause } from 'node:timers/promises';

const WAIT_MAX_MS = 10_000;
const LOOK_AGAIN_MS = 20;

/** Looks again until what reactions bring about is there; the last look fails as it fails. */
export async function eventually<Found>(look: () => Promise<Found>): Promise<Found> {
  for (const start = Date.now(); ;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() - start > WAIT_MAX_MS) throw error;
      await pause(LOOK_AGAIN_MS);
    }
  }
}
