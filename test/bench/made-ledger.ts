import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

import type { StreamName } from '@minutier/ledger';
import { SqliteEventStore } from '@minutier/storage';

import { EVENTS_PER_CANDIDACY, madeCandidacyEvent, madeStream } from './events-made.js';
import { newFolder } from './measure.js';
import type { MemorySample, ReplayOrder } from './replay-order.js';

/** Candidacies that are open at the same time: their events stand mixed in the log, as a year's do. */
const OPEN_AT_ONCE = 1_000;

/** A closed ledger on the disk whose read models are level with it. */
export interface MadeLedger {
  readonly ledger: string;
  readonly views: string;
  readonly events: number;
  readonly streams: readonly StreamName[];
  /** What the process that rebuilt the read models held as it went. */
  readonly samples: readonly MemorySample[];
}

const made = new Map<number, Promise<MadeLedger>>();

/** A ledger of so many events of candidacies; made once a process, gone when it ends. */
export function madeLedger(events: number): Promise<MadeLedger> {
  const known = made.get(events) ?? makeLedger(events);
  made.set(events, known);
  return known;
}

async function makeLedger(events: number): Promise<MadeLedger> {
  const folder = newFolder();
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = { ledger: join(folder, 'ledger.sqlite'), views: join(folder, 'views.sqlite') };
  const store = await SqliteEventStore.open(files.ledger);
  const streams = await fill(store, events);
  await store.close();
  return { ...files, events, streams, samples: await replayed({ ...files, events }) };
}

/** Lets a process of its own make the read models level with the ledger. */
async function replayed(order: ReplayOrder): Promise<MemorySample[]> {
  const process = fork(new URL('./replay.js', import.meta.url), { execArgv: ['--expose-gc'] });
  const ended = once(process, 'exit');
  process.send(order);
  const [answer] = (await Promise.race([once(process, 'message'), ended.then(() => [{}])])) as [
    { samples?: MemorySample[]; failed?: string },
  ];
  await ended;
  if (!answer.samples) throw new Error(`the replay failed: ${answer.failed}`);
  return answer.samples;
}

/** Appends one event at a time, as commands do. */
async function fill(store: SqliteEventStore, events: number): Promise<StreamName[]> {
  const filled: StreamName[] = [];
  for (let ordinal = 0; ordinal < events;) {
    const count = Math.min(OPEN_AT_ONCE, (events - ordinal) / EVENTS_PER_CANDIDACY);
    const streams = Array.from({ length: count }, madeStream);
    for (let revision = 0; revision < EVENTS_PER_CANDIDACY; revision += 1) {
      const expected = revision === 0 ? 'absent' : revision - 1;
      await Promise.all(
        streams.map((stream, place) =>
          store.append(stream, expected, [madeCandidacyEvent(stream, revision, ordinal + place)]),
        ),
      );
      ordinal += count;
    }
    filled.push(...streams);
  }
  return filled;
}
