import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';

/** Waits, but not beyond the end of whoever waits. */
export async function pauseUnlessAborted(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => {});
}

/**
 * Lets requests and timers have their turn. A store that answers at once would otherwise keep them waiting from the
 * first event of the log to the last.
 */
export async function letOthersWork(): Promise<void> {
  await turn();
}
