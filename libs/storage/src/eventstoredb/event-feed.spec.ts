import { PassThrough } from 'node:stream';

import type { ResolvedEvent } from '@eventstore/db-client';

import { EventFeed } from './event-feed.js';
import { ServerSilent } from './faults.js';

const silenceMs = 5_000;
const never = new AbortController().signal;

function aFeed(): { source: PassThrough; feed: EventFeed; cancelled: () => number } {
  const source = new PassThrough({ objectMode: true, highWaterMark: 100 });
  let cancelled = 0;
  const unsubscribe = async (): Promise<void> => {
    cancelled += 1;
    throw new Error('no connection');
  };
  const feed = new EventFeed(Object.assign(source, { unsubscribe }));
  return { source, feed, cancelled: () => cancelled };
}

const event = (revision: number): ResolvedEvent => ({ event: { revision } }) as unknown as ResolvedEvent;
const send = (source: PassThrough, count: number): void => {
  for (let revision = 0; revision < count; revision += 1) source.write(event(revision));
};

describe('a feed of events', () => {
  it('has caught up only when what came before has been taken', async () => {
    const { source, feed } = aFeed();
    send(source, 5);
    source.emit('caughtUp');
    const taken = [];
    for (let takes = 0; takes < 3; takes += 1) taken.push(await feed.take({ max: 2, signal: never, silenceMs }));
    expect(taken.map(({ events }) => events.length)).toEqual([2, 2, 1]);
    expect(taken.map(({ caughtUp }) => caughtUp)).toEqual([false, false, true]);
  });

  it('stays live until the server says that it fell behind', async () => {
    const { source, feed } = aFeed();
    source.emit('caughtUp');
    expect(await feed.take({ max: 9, signal: never, silenceMs })).toEqual({ events: [], caughtUp: true, ended: false });
    send(source, 1);
    expect(await feed.take({ max: 9, signal: never, silenceMs })).toMatchObject({ events: [{}], caughtUp: true });
    source.emit('fellBehind');
    send(source, 1);
    expect(await feed.take({ max: 9, signal: never, silenceMs })).toMatchObject({ events: [{}], caughtUp: false });
  });

  it('gives what arrived before a fault, then the fault', async () => {
    const { source, feed } = aFeed();
    send(source, 3);
    source.emit('error', new Error('connection dropped'));
    expect((await feed.take({ max: 9, signal: never, silenceMs })).events).toHaveLength(3);
    await expect(feed.take({ max: 9, signal: never, silenceMs })).rejects.toThrow('connection dropped');
  });

  it.each(['end', 'close'])('ends at a bare %s', async (end) => {
    const { source, feed } = aFeed();
    setImmediate(() => source.emit(end));
    expect(await feed.take({ max: 9, signal: never, silenceMs })).toEqual({ events: [], caughtUp: false, ended: true });
  });

  it('ends at once when it is aborted while it waits', async () => {
    const { feed } = aFeed();
    const aborted = new AbortController();
    setImmediate(() => aborted.abort());
    expect((await feed.take({ max: 9, signal: aborted.signal, silenceMs })).ended).toBe(true);
  });

  it('does not take silence for an answer, unless it follows and is confirmed', async () => {
    const { source, feed } = aFeed();
    const briefly = { max: 9, signal: never, silenceMs: 30 };
    const following = { ...briefly, isPatientOnceConfirmed: true };
    await expect(feed.take(following)).rejects.toBeInstanceOf(ServerSilent);
    source.emit('confirmation');
    await expect(feed.take(briefly)).rejects.toBeInstanceOf(ServerSilent);
    setTimeout(() => send(source, 1), 100);
    expect((await feed.take(following)).events).toHaveLength(1);
  });

  it('waits for a server that shows that it is at work', async () => {
    const { source, feed } = aFeed();
    const atWork = setInterval(() => feed.heard(), 20);
    setTimeout(() => send(source, 1), 300);
    expect((await feed.take({ max: 9, signal: never, silenceMs: 100 })).events).toHaveLength(1);
    clearInterval(atWork);
  });

  it('survives a cancellation that fails, and an error that comes after it', async () => {
    const { source, feed, cancelled } = aFeed();
    feed.cancel();
    expect(cancelled()).toBe(1);
    expect(() => source.emit('error', new Error('too late'))).not.toThrow();
  });
});
