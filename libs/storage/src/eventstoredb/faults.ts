import { setTimeout as pause } from 'node:timers/promises';

import { AccessDeniedError, MaxAppendSizeExceededError, StreamDeletedError } from '@eventstore/db-client';

import { AppendTooLarge, LedgerCorrupted, LedgerFault, StoreUnavailable } from '@minutier/ledger';

const BACKOFF_FIRST_MS = 25;
const BACKOFF_MAX_MS = 1_000;

/** The server did not answer within our own time: the client enforces no deadline on appends nor on reads. */
export class ServerSilent extends Error {}

/** Settles as the promise does, or rejects with ServerSilent; a later outcome of the promise is dropped. */
export async function within<T>(timeoutMs: number, promise: Promise<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new ServerSilent(`no answer within ${timeoutMs} ms`)), timeoutMs);
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The fault to report when an answer is certain and repeating would not change it; undefined for all the rest. What
 * a failing server or a fail-over may say is an open list (codes 1, 2, 8, 13, 14, errors with no code, «Server Is Not
 * Ready», not leader, failed discovery, silence), so everything unlisted here counts as an unknown outcome.
 */
export function certainFault(error: unknown): Error | undefined {
  if (error instanceof LedgerFault || error instanceof TypeError) return error;
  if (error instanceof MaxAppendSizeExceededError) {
    return new AppendTooLarge(`this server takes at most ${error.maxAppendSize} bytes an append`, { cause: error });
  }
  if (error instanceof StreamDeletedError) {
    return new LedgerCorrupted('a stream of the ledger was deleted on the server', { cause: error });
  }
  if (error instanceof AccessDeniedError) {
    return new StoreUnavailable('the event store refuses the configured user', { cause: error });
  }
  return undefined;
}

/** Exponential, with jitter, so that writers cut off together do not come back together. */
export function backoffMs(failures: number): number {
  return Math.min(BACKOFF_MAX_MS, BACKOFF_FIRST_MS * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);
}

/** Repeats an attempt until it gives a certain answer; StoreUnavailable once the time is spent or `signal` aborts. */
export async function untilSettled<T>(
  budgetMs: number,
  signal: AbortSignal,
  attempt: (remainingMs: number) => Promise<T>,
): Promise<T> {
  const giveUpAt = performance.now() + budgetMs;
  for (let failures = 0; ; failures += 1) {
    if (signal.aborted) throw new StoreUnavailable('the ledger is closed');
    try {
      return await attempt(giveUpAt - performance.now());
    } catch (error) {
      const certain = certainFault(error);
      if (certain) throw certain;
      const waitMs = backoffMs(failures);
      if (performance.now() + waitMs >= giveUpAt) {
        throw new StoreUnavailable(`the event store gave no certain answer within ${budgetMs} ms`, { cause: error });
      }
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
