import { type Receipt, eventId, splitStreamName, type StoredEvent, type StreamName } from '@minutier/ledger';
import { SqliteEventStore } from '@minutier/storage';

import { viewFaults } from './view-verification.js';

const PAGE_SIZE = 1_000;

/** All events of a ledger's file, in log order. */
export async function wholeLog(store: SqliteEventStore): Promise<StoredEvent[]> {
  const log: StoredEvent[] = [];
  for (let after: string | null = null; ;) {
    const page = await store.readLog(after, PAGE_SIZE);
    log.push(...page);
    if (page.length < PAGE_SIZE) return log;
    after = page.at(-1)!.position;
  }
}

/**
 * What is wrong with a ledger after its process was killed: every receipt must be there whole and once, no append half,
 * ordinals and revisions without a gap, no line of a group's work recorded twice, and the read models, once they have
 * caught up, equal to ones that were folded from nothing. `folder` is a copy: looking changes it.
 */
export async function faultsOf(folder: string, receipts: readonly Receipt[], ended: boolean): Promise<string[]> {
  const store = await SqliteEventStore.open(`${folder}/ledger.sqlite`);
  try {
    const log = await wholeLog(store);
    const faults = [
      ...placeFaults(log),
      ...appendFaults(log),
      ...receiptFaults(log, receipts),
      ...lineFaults(log, ended),
    ];
    // Read models of a log that is not whole have nothing to come to.
    return faults.length > 0 ? faults : await viewFaults(store, folder);
  } finally {
    await store.close();
  }
}

function placeFaults(log: readonly StoredEvent[]): string[] {
  const next = new Map<string, number>();
  const ids = new Set<string>();
  return log.flatMap(({ id, stream, revision, position }, ordinal) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    const faults: string[] = [];
    if (position !== String(ordinal)) faults.push(`event ${ordinal} stands at ${position}`);
    if (revision !== expected) faults.push(`${stream} goes on at ${revision}, not at ${expected}`);
    if (ids.has(id)) faults.push(`${id} stands twice`);
    ids.add(id);
    return faults;
  });
}

/** Events of one command in one stream: one append, which is whole where its ids count from 0 and its header agrees. */
function appendsIn(log: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const appends = new Map<string, StoredEvent[]>();
  for (const event of log) {
    const name = `${event.stream} ${event.meta.commandId}`;
    appends.set(name, [...(appends.get(name) ?? []), event]);
  }
  return appends;
}

/** How many events a header of this type announces in the same append. */
const ANNOUNCED: Readonly<Record<string, (data: never) => number>> = {
  FrameworkPublished: ({ blockCount }: { blockCount: number }) => blockCount,
  GroupRolePlayAssessed: ({ memberCount }: { memberCount: number }) => memberCount,
  GroupTutoredProjectAssessed: ({ memberCount }: { memberCount: number }) => memberCount,
  GroupExercisesAssessed: ({ memberCount }: { memberCount: number }) => memberCount,
  GroupWorkVoided: ({ lineCount }: { lineCount: number }) => lineCount,
};

function appendFaults(log: readonly StoredEvent[]): string[] {
  return [...appendsIn(log)].flatMap(([name, events]) => {
    const [first] = events;
    const derived = events.every(
      ({ id, stream, meta }, index) => id === eventId(meta.ledger, stream, meta.commandId, index),
    );
    const consecutive = events.every(({ revision }, index) => revision === first!.revision + index);
    const count = ANNOUNCED[first!.type]?.(first!.data as never) ?? events.length - 1;
    const half = count !== events.length - 1;
    return [
      ...(derived ? [] : [`${name}: its ids do not count from 0`]),
      ...(consecutive ? [] : [`${name}: others stand between its events`]),
      ...(half ? [`${name}: ${events.length - 1} of the ${count} events that it announces`] : []),
    ];
  });
}

function receiptFaults(log: readonly StoredEvent[], receipts: readonly Receipt[]): string[] {
  const streams = Map.groupBy(log, ({ stream }) => stream);
  return receipts.flatMap(({ stream, revision, eventIds }) => {
    const standing = streams.get(stream as StreamName) ?? [];
    const there = standing.slice(revision - eventIds.length + 1, revision + 1).map(({ id }) => id);
    return there.join() === eventIds.join() ? [] : [`acknowledged and not there: ${stream}@${revision}`];
  });
}

/** Each line of a group's work stands in its member's file once: never twice, and in the end never not at all. */
function lineFaults(log: readonly StoredEvent[], ended: boolean): string[] {
  const outcomes = new Map<string, number>();
  for (const { type, data, stream } of log) {
    if (type === 'GroupWorkLineAssessed') {
      const { groupWorkId, line } = data as { groupWorkId: string; line: number };
      outcomes.set(`${groupWorkId} ${line}`, outcomes.get(`${groupWorkId} ${line}`) ?? 0);
      continue;
    }
    const { category } = splitStreamName(stream);
    // What settles a refused line names it again, and is no second one.
    if (category !== 'candidacy' || type === 'RefusalSettled') continue;
    const { origin, groupWorkId, line } = data as {
      origin?: { kind: string; id: string; line: number };
      groupWorkId?: string;
      line?: number;
    };
    const name = origin?.kind === 'group-work' ? `${origin.id} ${origin.line}` : `${groupWorkId} ${line}`;
    if (outcomes.has(name)) outcomes.set(name, outcomes.get(name)! + 1);
  }
  const least = ended ? 1 : 0;
  return [...outcomes].flatMap(([line, count]) =>
    count < least || count > 1 ? [`line ${line} of a group stands ${count} times in its member's file`] : [],
  );
}
