import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventHash } from '@minutier/proof';
import { SqliteEventStore } from '@minutier/storage';

import { SimulatedClock, systemClock } from './clock.js';
import { streamName } from './envelope.js';
import { foundOrRead, recordRestore } from './founding.js';

let folder: string;
let store: SqliteEventStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minutier-founding-'));
  store = await SqliteEventStore.open(join(folder, 'ledger.sqlite'));
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const LEDGER = streamName('ledger', 'main');

describe('a ledger', () => {
  it('is founded once, by its first event, and read ever after', async () => {
    const founding = await foundOrRead(store, systemClock, false);
    expect(founding).toMatchObject({ demonstration: false, epoch: 1 });
    const [event] = await store.readLog(null, 10);
    expect(event).toMatchObject({
      stream: LEDGER,
      revision: 0,
      type: 'LedgerFounded',
      data: { ledgerId: founding.ledgerId, demonstration: false },
      meta: { ledger: founding.ledgerId, actor: { role: 'system', authentication: 'system' } },
    });
    expect(event!.meta).not.toHaveProperty('simulated');
    expect(await foundOrRead(store, systemClock, true)).toEqual(founding);
    expect(await store.countAfter(null, 10)).toBe(1);
  });

  it('that two found at once is one ledger, on which both agree, and is what the faster said', async () => {
    const asked = Array.from({ length: 16 }, (_, index) => index % 2 === 0);
    const foundings = await Promise.all(
      asked.map((demonstration) =>
        foundOrRead(store, demonstration ? new SimulatedClock() : systemClock, demonstration),
      ),
    );
    expect(new Set(foundings.map((founding) => JSON.stringify(founding))).size).toBe(1);
    expect(await store.countAfter(null, 10)).toBe(1);
  });

  it('of a demonstration says so, in its founding and in its meta', async () => {
    await foundOrRead(store, new SimulatedClock(), true);
    expect((await store.readLog(null, 1))[0]).toMatchObject({
      data: { demonstration: true },
      meta: { simulated: true },
    });
  });

  it('that goes on from a backup enters a new epoch, with the same id', async () => {
    const { ledgerId } = await foundOrRead(store, systemClock, false);
    const [last] = await store.readLog(null, 1);
    const backup = { backupOrdinal: 0, backupEventHash: eventHash(last!) };
    expect(await recordRestore(store, systemClock, backup)).toBe(2);
    expect(await recordRestore(store, systemClock, backup)).toBe(3);
    expect(await foundOrRead(store, systemClock, false)).toEqual({ ledgerId, demonstration: false, epoch: 3 });
  });

  it('that holds no founding cannot be restored', async () => {
    const backup = { backupOrdinal: 0, backupEventHash: '' };
    await expect(recordRestore(store, systemClock, backup)).rejects.toMatchObject({ code: 'LEDGER_CORRUPTED' });
  });

  it('founded by a later version of Minutier is not touched by this one', async () => {
    await foundOrRead(store, systemClock, false);
    const [founded] = await store.readStream(LEDGER);
    const { stream: _stream, revision: _revision, position: _position, ...event } = founded!;
    await store.append(LEDGER, 0, [{ ...event, id: crypto.randomUUID(), type: 'LedgerSplit' }]);
    await expect(foundOrRead(store, systemClock, false)).rejects.toMatchObject({ code: 'UNKNOWN_EVENT' });
  });
});
