import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  UnavailableError,
  UnknownError,
} from '@eventstore/db-client';
import { Metadata, type ServiceError } from '@grpc/grpc-js';

import { LedgerCorrupted, RevisionConflict } from '@minutier/ledger';

import { backoffMs, certainFault, ServerSilent, untilSettled, within } from './faults.js';

function serviceError(code: number, details: string, about: Record<string, string> = {}): ServiceError {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(about)) metadata.set(key, value);
  return Object.assign(new Error(`${code} ${details}`), { code, details, metadata });
}

describe('a fault of the event store', () => {
  it.each([
    ['a connection reset', new UnavailableError(serviceError(14, 'read ECONNRESET'))],
    ['a plain error of the transport', serviceError(14, 'No connection established')],
    ['a server that is not ready', new UnknownError(undefined)],
    ['a stream reset', new UnknownError(serviceError(13, 'Received RST_STREAM with code 0'))],
    ['a cancelled call', new UnknownError(serviceError(1, 'CANCELLED'))],
    ['a call cancelled by the server', new CancelledError(serviceError(1, 'cancelled'))],
    ['a deadline passed', new DeadlineExceededError()],
    [
      'another leader',
      new NotLeaderError(serviceError(5, '', { 'leader-endpoint-host': 'b', 'leader-endpoint-port': '1' })),
    ],
    ['a failed discovery', new Error('Failed to discover after 10 attempts.')],
    ['silence', new ServerSilent('no answer within 3000 ms')],
  ])('leaves the outcome unknown: %s', (_, error) => {
    expect(certainFault(error)).toBeUndefined();
  });

  it.each([
    ['APPEND_TOO_LARGE', MaxAppendSizeExceededError.fromMaxAppendSize(4_096)],
    ['LEDGER_CORRUPTED', StreamDeletedError.fromStreamName('minutier.jury-1')],
    ['STORE_UNAVAILABLE', new AccessDeniedError()],
    ['REVISION_CONFLICT', new RevisionConflict('jury-1', 1, 2)],
    ['LEDGER_CORRUPTED', new LedgerCorrupted('so')],
  ])('is certain, and is told as %s', (code, error) => {
    expect(certainFault(error)).toMatchObject({ code });
  });
});

describe('an attempt whose outcome is unknown', () => {
  const never = new AbortController().signal;

  it('is repeated until it settles', async () => {
    let attempts = 0;
    const settled = untilSettled(5_000, never, async () => {
      attempts += 1;
      if (attempts < 4) throw new UnavailableError();
      return attempts;
    });
    expect(await settled).toBe(4);
  });

  it('is given up when the time is spent, with its last fault as the cause', async () => {
    const cause = new UnavailableError(serviceError(14, 'gone'));
    let attempts = 0;
    const settled = untilSettled(200, never, async () => {
      attempts += 1;
      throw cause;
    });
    await expect(settled).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', cause });
    expect(attempts).toBeGreaterThan(1);
  });

  it('is not repeated when the answer is certain', async () => {
    let attempts = 0;
    const settled = untilSettled(5_000, never, async () => {
      attempts += 1;
      throw new RevisionConflict('jury-1', 1, 2);
    });
    await expect(settled).rejects.toBeInstanceOf(RevisionConflict);
    expect(attempts).toBe(1);
  });

  it('ends at once when the ledger closes', async () => {
    const closing = new AbortController();
    const settled = untilSettled(60_000, closing.signal, async () => {
      closing.abort();
      throw new UnavailableError();
    });
    await expect(settled).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('waits longer after each failure, never above a second, and never all alike', () => {
    const waits = (failures: number): number[] => Array.from({ length: 200 }, () => backoffMs(failures));
    expect(Math.max(...waits(0))).toBeLessThanOrEqual(25);
    expect(Math.min(...waits(3))).toBeGreaterThanOrEqual(100);
    expect(Math.max(...waits(1_000))).toBeLessThanOrEqual(1_000);
    expect(new Set(waits(5)).size).toBeGreaterThan(100);
  });

  it('counts silence as such', async () => {
    await expect(within(10, new Promise(() => undefined))).rejects.toBeInstanceOf(ServerSilent);
    expect(await within(1_000, Promise.resolve(7))).toBe(7);
  });
});
