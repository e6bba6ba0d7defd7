import { auditTrail } from '@minutier/audit';
import { candidacyStream, evaluationList } from '@minutier/candidacy';
import {
  eventCatalogue,
  type ExpectedRevision,
  type LoggedEvent,
  LogMoments,
  type NewEvent,
  ProjectionRunner,
  splitStreamName,
  type StreamName,
  Views,
} from '@minutier/ledger';
import { SqliteEventStore, SqliteReadStore } from '@minutier/storage';

import { evaluationAt, EVENTS_PER_CANDIDACY, madeCandidacyEvent, madeStream, recordedAtOf } from './events-made.js';
import { type MadeLedger, madeLedger } from './made-ledger.js';
import { type Measurement, pairs, rate } from './measure.js';
import { REPLAYED } from './replay-order.js';

const ROUNDS = 7;
const ROUND_MS = 300;
const WRITERS = 64;
const CHOSEN_AT_ONCE = 10_000;
const NEWS = 1_000;
const PAGE = 50;
const APPENDS_ALONE = 1_000;
const APPENDS_AMONG_MANY = 3_200;
const WITHIN_MS = 60_000;

/** A stream that is appended to, and where it stands. */
interface Writer {
  readonly stream: StreamName;
  revision: number;
}

/** An event on its way, and where it goes. */
interface News {
  readonly stream: StreamName;
  readonly revision: number;
  readonly event: NewEvent;
}

/** A made ledger as a process has it open. */
interface OpenLedger {
  readonly made: MadeLedger;
  readonly store: SqliteEventStore;
  readonly readStore: SqliteReadStore;
  readonly writers: readonly Writer[];
  /** Stands level with the ledger as it was made; stopped before anything is appended. */
  readonly runner: ProjectionRunner;
  readonly views: Views;
  /** Events that it holds by now. */
  events: number;
}

/** What is measured: its name, and one round of it, in microseconds a piece. */
type Measured = readonly [name: string, round: (ledger: OpenLedger) => Promise<number>];

/** Reads first, while the ledgers hold what they were made with; appends, which let both grow, last. */
const MEASURED: readonly Measured[] = [
  ['one stream read', readOneStream],
  ['one row as of a moment', readOneRow],
  ["a candidacy's evaluations", pageOfOneCandidacy],
  ['a page of the audit trail', (ledger) => pageOfTrail(ledger, {})],
  ['a page of the audit trail, one type', (ledger) => pageOfTrail(ledger, { type: 'CaseStudyAssessed' })],
  ['catching up on an event', catchUp],
  ['durable append, 1 writer', appendAlone],
  ['durable append, 64 writers', appendAmongMany],
];

/** What a ledger of a million events takes for the same work, beside one of a thousand. */
export async function growthBench(): Promise<Measurement[]> {
  const thousand = await opened(await madeLedger(1_000));
  const million = await opened(await madeLedger(1_000_000));
  const measured: Measurement[] = [];
  for (const [name, round] of MEASURED) {
    // Caches, write-ahead logs and compiled code of both are warm before anything counts.
    await round(thousand);
    await round(million);
    const { ours, bare, ratio } = await pairs(
      ROUNDS,
      () => round(million),
      () => round(thousand),
    );
    const line = `a million events beside a thousand: ${name}`;
    measured.push({ name: line, unit: 'µs', ours, bare, ratio, bar: '<= 1.2', holds: ratio <= 1.2 });
  }
  for (const { readStore, store } of [thousand, million]) {
    await readStore.close();
    await store.close();
  }
  return measured;
}

async function opened(made: MadeLedger): Promise<OpenLedger> {
  const store = await SqliteEventStore.open(made.ledger);
  const readStore = SqliteReadStore.open(made.views);
  const runner = runnerOf(store, readStore);
  const views = new Views(readStore, new LogMoments(runner, readStore), runner);
  await runner.start();
  const { streams, events } = made;
  const writers = Array.from({ length: WRITERS }, (_, number): Writer => {
    // Spread over the whole ledger; where it has fewer candidacies than that, the others are enrolled now.
    if (streams.length < WRITERS && number >= streams.length) return { stream: madeStream(), revision: -1 };
    const stream = streams[Math.floor((number * streams.length) / Math.min(WRITERS, streams.length))]!;
    return { stream, revision: EVENTS_PER_CANDIDACY - 1 };
  });
  return { made, store, readStore, writers, runner, views, events };
}

function runnerOf(store: SqliteEventStore, readStore: SqliteReadStore): ProjectionRunner {
  return new ProjectionRunner(store, readStore, eventCatalogue([candidacyStream]), REPLAYED);
}

/** Does a piece of work with one chosen thing after the other, and answers how many microseconds a piece took. */
async function each<Thing>(choose: () => Thing, work: (thing: Thing) => Promise<unknown>): Promise<number> {
  const things = Array.from({ length: CHOSEN_AT_ONCE }, choose);
  let next = 0;
  const perSecond = await rate(ROUND_MS, () => work(things[next++ % things.length]!).then(() => 1));
  return 1e6 / perSecond;
}

function readOneStream({ made, store }: OpenLedger): Promise<number> {
  return each(
    () => oneOf(made.streams),
    (stream) => store.readStream(stream),
  );
}

function readOneRow({ made, views }: OpenLedger): Promise<number> {
  const choose = () => {
    const { id } = splitStreamName(oneOf(made.streams));
    const key = evaluationAt(id, 1 + Math.floor(Math.random() * (EVENTS_PER_CANDIDACY - 1)));
    return { key, asOf: recordedAtOf(Math.floor(Math.random() * made.events)) };
  };
  return each(choose, async ({ key, asOf }) => views.get(evaluationList, key, await views.at({ asOf })));
}

function pageOfOneCandidacy({ made, views }: OpenLedger): Promise<number> {
  return each(
    () => ({ candidacyId: splitStreamName(oneOf(made.streams)).id }),
    async (where) => views.find(evaluationList, { where, orderBy: 'place', limit: PAGE + 1 }, await views.at({})),
  );
}

function pageOfTrail({ made, views }: OpenLedger, where: Readonly<Record<string, string>>): Promise<number> {
  const choose = (): string =>
    auditTrail.keysOf({ ordinal: Math.floor(Math.random() * made.events) } as LoggedEvent)[0]!;
  return each(choose, async (key) => {
    const after = { value: key, key };
    return views.find(auditTrail, { where, after, limit: PAGE + 1 }, await views.at({}));
  });
}

/** A process that was away while its ledger took a thousand events: from its start until it is level again. */
async function catchUp(ledger: OpenLedger): Promise<number> {
  await ledger.runner.stop();
  await appendAll(ledger, news(ledger, NEWS));
  const follower = runnerOf(ledger.store, ledger.readStore);
  const start = performance.now();
  await follower.start();
  const isLevel = await follower.waitUntil(() => follower.ordinal === ledger.events - 1, WITHIN_MS);
  const took = performance.now() - start;
  await follower.stop();
  if (!isLevel) throw new Error(`the follower stands at ${follower.ordinal}: ${follower.status.stalled}`);
  return (took * 1_000) / NEWS;
}

async function appendAlone(ledger: OpenLedger): Promise<number> {
  const events = news(ledger, APPENDS_ALONE);
  const start = performance.now();
  for (const { stream, revision, event } of events) await ledger.store.append(stream, before(revision), [event]);
  return ((performance.now() - start) * 1_000) / APPENDS_ALONE;
}

async function appendAmongMany(ledger: OpenLedger): Promise<number> {
  const events = news(ledger, APPENDS_AMONG_MANY);
  const start = performance.now();
  await appendAll(ledger, events);
  return ((performance.now() - start) * 1_000) / APPENDS_AMONG_MANY;
}

/** Each writer appends the next of its events as soon as the one before is durable. */
async function appendAll({ store }: OpenLedger, events: readonly News[]): Promise<void> {
  const write = async (writer: number): Promise<void> => {
    for (let next = writer; next < events.length; next += WRITERS) {
      const { stream, revision, event } = events[next]!;
      await store.append(stream, before(revision), [event]);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
}

/** The next events of a ledger, made before anything is timed: its writers in turn. */
function news(ledger: OpenLedger, count: number): News[] {
  return Array.from({ length: count }, (_, number) => {
    const writer = ledger.writers[number % WRITERS]!;
    writer.revision += 1;
    const event = madeCandidacyEvent(writer.stream, writer.revision, ledger.events);
    ledger.events += 1;
    return { ...writer, event };
  });
}

function before(revision: number): ExpectedRevision {
  return revision === 0 ? 'absent' : revision - 1;
}

function oneOf<Thing>(things: readonly Thing[]): Thing {
  return things[Math.floor(Math.random() * things.length)]!;
}
