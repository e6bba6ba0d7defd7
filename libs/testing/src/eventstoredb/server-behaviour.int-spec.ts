import { randomUUID } from 'node:crypto';

import {
  EventStoreDBClient,
  type JSONEventData,
  jsonEvent,
  type Position,
  type ResolvedEvent,
  streamNameFilter,
} from '@eventstore/db-client';

import { type EventStoreDbServer, eventStoreDbServer, freshPrefix } from './event-store-db-server.js';

/**
 * What the driver relies on, asked with the bare client. The stand-in and a real server must both pass: that is what
 * makes the stand-in's other tests worth something.
 */
describe('a server of EventStoreDB', () => {
  let server: EventStoreDbServer;
  let client: EventStoreDBClient;
  let stream: string;
  const event = (data: object = { a: 1 }): JSONEventData =>
    jsonEvent({ id: randomUUID(), type: 'Sample', data: data as Record<string, never>, metadata: { b: 2 } });
  const append = async (events: JSONEventData[], expectedRevision: 'any' | 'no_stream' | 'stream_exists' | bigint) =>
    (await client.appendToStream(stream, events, { expectedRevision })).nextExpectedRevision;
  const read = async (events: AsyncIterable<ResolvedEvent>): Promise<ResolvedEvent[]> => {
    const all: ResolvedEvent[] = [];
    for await (const one of events) all.push(one);
    return all;
  };

  beforeAll(async () => {
    server = await eventStoreDbServer();
    client = EventStoreDBClient.connectionString(server.connectionString);
  });
  beforeEach(() => {
    stream = `${freshPrefix()}.sample-1`;
  });
  afterAll(async () => {
    await client.dispose();
    await server.stop();
  });

  it('takes the same ids at the same old revision as a repeat, whatever came after', async () => {
    const events = [event(), event()];
    expect(await append(events, 'no_stream')).toBe(1n);
    expect(await append([event()], 1n)).toBe(2n);
    expect(await append(events, 'no_stream')).toBe(1n);
    expect(await append(events.slice(0, 1), 'no_stream')).toBe(0n);
    expect(await read(client.readStream(stream))).toHaveLength(3);
  });

  it('writes the same id again at a revision that is right now, and twice when one append holds it twice', async () => {
    const one = event();
    expect(await append([one, one], 'no_stream')).toBe(1n);
    expect(await append([one], 1n)).toBe(2n);
  });

  it('recognises a repeat at ANY and STREAM_EXISTS from its memory', async () => {
    const [one, other] = [event(), event()];
    expect(await append([one], 'any')).toBe(0n);
    expect(await append([other], 'stream_exists')).toBe(1n);
    expect(await append([one], 'any')).toBe(0n);
    expect(await append([other], 'stream_exists')).toBe(1n);
  });

  it('refuses the same batch with one event more, and tells the true revision', async () => {
    const one = event();
    await append([one], 'no_stream');
    for (const [events, expected] of [
      [[one, event()], 'no_stream'],
      [[event()], 7n],
    ] as const) {
      await expect(append(events.slice(), expected)).rejects.toMatchObject({
        type: 'wrong-expected-version',
        actualVersion: 0n,
      });
    }
    stream = `${stream}-absent`;
    await expect(append([event()], 3n)).rejects.toMatchObject({ actualVersion: 'no_stream' });
    await expect(append([event()], 'stream_exists')).rejects.toMatchObject({ type: 'wrong-expected-version' });
  });

  it('takes an append of nearly 1 MiB and refuses one above', async () => {
    await expect(append([event({ text: 'x'.repeat(1_030 * 1_024) })], 'no_stream')).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    expect(await append([event({ text: 'x'.repeat(1_020 * 1_024) })], 'no_stream')).toBe(0n);
  });

  it('compares a deadline with its own clock', async () => {
    const late = client.appendToStream(stream, [event()], { expectedRevision: 'no_stream', deadline: -20_000 });
    await expect(late).rejects.toMatchObject({ type: 'deadline-exceeded' });
  });

  it('reads $all from a position with the event there, and has an error for one between two events', async () => {
    await append([event(), event(), event()], 'no_stream');
    const [first, second] = (await read(client.readStream(stream))).map((one) => one.event!.position!);
    const [found] = await read(client.readAll({ fromPosition: first!, maxCount: 1 }));
    expect(found!.event!.position).toEqual(first);
    const between: Position = { commit: first!.commit + 1n, prepare: first!.prepare + 1n };
    await expect(read(client.readAll({ fromPosition: between, maxCount: 1 }))).rejects.toThrow(
      /Unexpected ReadAllResult/,
    );
    const beyond: Position = { commit: second!.commit + 1_000_000n, prepare: second!.prepare + 1_000_000n };
    expect(await read(client.readAll({ fromPosition: beyond, maxCount: 1 }))).toEqual([]);
  });

  it('follows $all after a position, filtered, and says nothing of a position beyond the end', async () => {
    const prefixes = [stream.slice(0, stream.indexOf('.') + 1)];
    await append([event(), event(), event()], 'no_stream');
    const [first] = (await read(client.readStream(stream))).map((one) => one.event!.position!);
    const seen: bigint[] = [];
    const subscription = client.subscribeToAll({ fromPosition: first!, filter: streamNameFilter({ prefixes }) });
    await new Promise<void>((resolve) => {
      subscription.on('data', ({ event: one }) => seen.push(one!.revision));
      subscription.on('caughtUp', resolve);
    });
    expect(seen).toEqual([1n, 2n]);
    await subscription.unsubscribe();

    const fromPosition = { commit: first!.commit + 1_000_000n, prepare: first!.prepare + 1_000_000n };
    const misled = client.subscribeToAll({ fromPosition, filter: streamNameFilter({ prefixes }) });
    await new Promise<void>((resolve) => misled.on('caughtUp', resolve));
    const older = new Promise<bigint>((resolve) => misled.on('data', (one) => resolve(one.event!.position.commit)));
    await append([event()], 2n);
    expect(await older).toBeLessThan(fromPosition.commit);
    await misled.unsubscribe();
  });

  it('continues the revisions of a deleted stream and refuses a tombstoned one', async () => {
    await append([event(), event()], 'no_stream');
    await client.deleteStream(stream);
    await expect(read(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    expect(await append([event()], 'no_stream')).toBe(2n);
    await client.tombstoneStream(stream);
    await expect(append([event()], 2n)).rejects.toMatchObject({ type: 'stream-deleted' });
  });
});
