import { randomUUID } from 'node:crypto';

import { sha256Hex } from '@minutier/proof';

import type { Clock } from './clock.js';
import { type NewEvent, streamName } from './envelope.js';
import { LedgerCorrupted, RevisionConflict, unreachable } from './errors.js';
import type { EventStore } from './event-store.js';
import { derivedId, eventId } from './ids.js';
import { eventCatalogue, type StreamDefinition } from './stream-definition.js';

export type LedgerFounded = { type: 'LedgerFounded'; data: { ledgerId: string; demonstration: boolean } };
export type LedgerRestored = {
  type: 'LedgerRestored';
  data: { ledgerId: string; epoch: number; backupOrdinal: number; backupEventHash: string };
};
export type LedgerEvent = LedgerFounded | LedgerRestored;

/** What the ledger says of itself; never set by configuration. */
export interface Founding {
  readonly ledgerId: string;
  readonly demonstration: boolean;
  /** 1 at the founding; one more at each restore. */
  readonly epoch: number;
}

/** The ledger's own stream. */
export const ledgerStream: StreamDefinition<Founding | null, LedgerEvent> = {
  category: 'ledger',
  initial: null,
  types: { LedgerFounded: { version: 1 }, LedgerRestored: { version: 1 } },
  evolve(state, event) {
    switch (event.type) {
      case 'LedgerFounded':
        return { ...event.data, epoch: 1 };
      case 'LedgerRestored':
        return { ...state!, epoch: event.data.epoch };
      default:
        return unreachable(event);
    }
  },
};

const LEDGER = streamName('ledger', 'main');
const CATALOGUE = eventCatalogue([ledgerStream]);
const FOUNDER = { id: derivedId('actor', 'founder'), role: 'system', authentication: 'system' } as const;

/** Reads the founding, or founds the ledger where the log is empty. Two that found at once agree on the first. */
export async function foundOrRead(store: EventStore, clock: Clock, demonstration: boolean): Promise<Founding> {
  const found = await readFounding(store);
  if (found) return found;
  const ledgerId = randomUUID();
  try {
    await store.append(LEDGER, 'absent', [
      ledgerEvent(ledgerId, clock, 0, { type: 'LedgerFounded', data: { ledgerId, demonstration } }),
    ]);
  } catch (error) {
    if (!(error instanceof RevisionConflict)) throw error;
  }
  return (await readFounding(store))!;
}

/** Records that the ledger goes on from a backup, in a new epoch. Returns the epoch. */
export async function recordRestore(
  store: EventStore,
  clock: Clock,
  backup: { backupOrdinal: number; backupEventHash: string },
): Promise<number> {
  const events = await store.readStream(LEDGER);
  const founding = await readFounding(store);
  if (!founding) throw new LedgerCorrupted('the backup holds no founded ledger');
  const { ledgerId } = founding;
  const epoch = founding.epoch + 1;
  await store.append(LEDGER, events.length - 1, [
    ledgerEvent(ledgerId, clock, events.length, { type: 'LedgerRestored', data: { ledgerId, epoch, ...backup } }),
  ]);
  return epoch;
}

async function readFounding(store: EventStore): Promise<Founding | null> {
  const events = await store.readStream(LEDGER);
  return events.reduce<Founding | null>(
    (state, event) => ledgerStream.evolve(state, CATALOGUE.upcast(event) as unknown as LedgerEvent),
    null,
  );
}

function ledgerEvent(ledgerId: string, clock: Clock, index: number, event: LedgerEvent): NewEvent {
  const commandId = derivedId('ledger-event', ledgerId, index);
  return {
    id: eventId(ledgerId, LEDGER, commandId, 0),
    type: event.type,
    version: 1,
    data: event.data,
    meta: {
      commandId,
      commandDigest: sha256Hex(JSON.stringify([event.type, ledgerId, index])),
      correlationId: commandId,
      causationId: commandId,
      actor: FOUNDER,
      recordedAt: clock.now(),
      ledger: ledgerId,
      ...(clock.simulated ? { simulated: true as const } : {}),
    },
  };
}
