import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, but not beyond the end of whoever waits. */
export async function pauseUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}
