import { randomUUID } from 'node:crypto';

import { canonicalJson, sha256Hex } from '@minutier/proof';

import { aContext, TallyLedger } from './open-ledger.examples.js';
import { eventId } from './ids.js';
import { AddMarks, addMarks, CloseTally, closeTally, OpenTally, openTally, tallyStream } from './tally.examples.js';
import { streamName } from './envelope.js';

let tallies: TallyLedger;
let id: string;
beforeEach(async () => {
  tallies = await TallyLedger.make();
  id = randomUUID();
});
afterEach(() => tallies.close());

const give = (command: AddMarks, ledger = tallies.ledger) => ledger.execute(tallyStream, id, command, addMarks);
const standing = () => tallies.store.readStream(streamName('tally', id));

describe('a command', () => {
  it('leaves its facts, in order, under ids derived from ledger, stream and command', async () => {
    await tallies.open(id);
    const context = aContext();
    const receipt = await give(new AddMarks(context, [12, 14]));
    const { ledgerId } = tallies.ledger;
    const stream = `tally-${id}`;
    const eventIds = [0, 1].map((index) => eventId(ledgerId, stream, context.commandId, index));
    expect(receipt).toEqual({ stream, revision: 2, eventIds });
    const [, first, second] = await standing();
    expect([first!.id, second!.id]).toEqual(eventIds);
    expect(first!.meta).toEqual({
      commandId: context.commandId,
      commandDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      correlationId: context.correlationId,
      causationId: context.causationId,
      actor: context.actor,
      recordedAt: tallies.clock.at,
      ledger: ledgerId,
    });
  });

  it('that the domain refuses leaves nothing, and is decided anew when it comes again', async () => {
    const command = new AddMarks(aContext(), [12]);
    await expect(give(command)).rejects.toMatchObject({
      code: 'TALLY_NOT_OPEN',
      pointer: '/points',
      because: { fr: 'Pas ouvert.', en: 'Not open.' },
    });
    expect(await standing()).toEqual([]);
    await tallies.open(id);
    expect(await give(command)).toMatchObject({ revision: 1 });
  });

  it('that brings nothing new leaves nothing and answers with the revision that stands', async () => {
    await tallies.open(id);
    expect(await give(new AddMarks(aContext(), []))).toEqual({ stream: `tally-${id}`, revision: 0, eventIds: [] });
    const absent = new CloseTally(aContext());
    const receipt = await tallies.ledger.execute(tallyStream, randomUUID(), absent, closeTally);
    expect(receipt).toMatchObject({ revision: -1, eventIds: [] });
    expect(await tallies.store.countAfter(null, 10)).toBe(2);
  });

  it('at a revision that is no longer there is refused, with both revisions', async () => {
    await tallies.open(id);
    await tallies.add(id, 10);
    const seen = (expectedRevision: number) => give(new AddMarks(aContext({ expectedRevision }), [12]));
    await expect(seen(0)).rejects.toMatchObject({ code: 'REVISION_CONFLICT', expected: 0, actual: 1 });
    expect(await seen(1)).toMatchObject({ revision: 2 });
    await expect(
      tallies.ledger.execute(tallyStream, randomUUID(), new AddMarks(aContext({ expectedRevision: 0 }), [1]), addMarks),
    ).rejects.toMatchObject({ code: 'REVISION_CONFLICT', actual: 'absent' });
  });

  it('says when its fact took place, where a handler knows', async () => {
    await tallies.ledger.execute(tallyStream, id, new OpenTally(aContext(), 'A', randomUUID()), openTally, {
      occurredAt: '2026-02-27',
    });
    expect((await standing())[0]!.meta).toMatchObject({ occurredAt: '2026-02-27', recordedAt: tallies.clock.at });
  });

  it('too large for one append leaves nothing', async () => {
    await tallies.open(id);
    const many = new AddMarks(
      aContext(),
      Array.from({ length: 2_500 }, (_, index) => index),
    );
    await expect(give(many)).rejects.toMatchObject({ code: 'APPEND_TOO_LARGE' });
    expect(await standing()).toHaveLength(1);
  });
});

describe('a repeated command', () => {
  it('gets the first receipt, whatever happened since and whatever revision it had seen', async () => {
    await tallies.open(id);
    const context = aContext({ expectedRevision: 0 });
    const first = await give(new AddMarks(context, [12, 13]));
    await tallies.add(id, 5);
    const again = new AddMarks({ ...context, now: '2027-01-01T00:00:00.000Z', today: '2027-01-01' }, [12, 13]);
    expect(await give(again)).toEqual(first);
    expect(await give(again, tallies.another())).toEqual(first);
    await tallies.ledger.execute(tallyStream, id, new CloseTally(aContext()), closeTally);
    expect(await give(again)).toEqual(first);
    expect(await standing()).toHaveLength(5);
  });

  it('with other content, or as another command, is refused and leaves nothing', async () => {
    await tallies.open(id);
    const context = aContext();
    await give(new AddMarks(context, [12]));
    await expect(give(new AddMarks(context, [12, 12]))).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
    await expect(tallies.ledger.execute(tallyStream, id, new CloseTally(context), closeTally)).rejects.toMatchObject({
      code: 'COMMAND_ID_REUSED',
    });
    expect(await standing()).toHaveLength(2);
  });

  it('has effect once when many give it at once, here and in a second process', async () => {
    await tallies.open(id);
    const command = new AddMarks(aContext(), [12, 13]);
    const other = tallies.another();
    const receipts = await Promise.all(
      Array.from({ length: 32 }, (_, index) => give(command, index % 2 ? other : tallies.ledger)),
    );
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await standing()).toHaveLength(3);
  });

  it('with other content is refused also when both are given at the same instant', async () => {
    await tallies.open(id);
    const context = aContext();
    const contents = Array.from({ length: 16 }, (_, index) => new AddMarks(context, [index + 1]));
    const other = tallies.another();
    const outcomes = await Promise.allSettled(
      contents.map((command, index) => give(command, index % 2 ? other : tallies.ledger)),
    );
    const written = (await standing()).slice(1).map(({ data }) => data);
    expect(written).toHaveLength(1);
    outcomes.forEach((outcome, index) => {
      const mine = canonicalJson(written[0]) === canonicalJson({ points: index + 1, remark: null });
      expect(outcome.status).toBe(mine ? 'fulfilled' : 'rejected');
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    });
  });
});

describe('a personal field', () => {
  it('reaches neither the event nor its digest in clear', async () => {
    await tallies.open(id);
    const context = aContext();
    await give(new AddMarks(context, [12], 'Très à l’aise devant le jury'));
    const [, { data, meta }] = (await standing()) as unknown as [never, { data: { remark: never }; meta: object }];
    expect(JSON.stringify({ data, meta })).not.toContain('aise');
    expect(await tallies.vault.unseal(data.remark)).toBe('Très à l’aise devant le jury');
    const unkeyed = { name: 'AddMarks', fields: { points: [12], remark: 'Très à l’aise devant le jury' } };
    expect(meta).not.toMatchObject({ commandDigest: sha256Hex(canonicalJson(unkeyed)) });
  });

  it('counts as content: the same again is a repeat, another text is not', async () => {
    await tallies.open(id);
    const context = aContext();
    const first = await give(new AddMarks(context, [12], 'Bien'));
    expect(await give(new AddMarks(context, [12], 'Bien'), tallies.another())).toEqual(first);
    await expect(give(new AddMarks(context, [12], 'Mieux'))).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
    await expect(give(new AddMarks(context, [12]))).rejects.toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  it('whose key was destroyed can no longer be compared: the repeat gets the first receipt', async () => {
    await tallies.open(id);
    const { state } = await tallies.ledger.load(tallyStream, id);
    const context = aContext();
    const first = await give(new AddMarks(context, [12], 'Bien'));
    await tallies.vault.destroyKey(state.personId!, 'appraisal', tallies.clock.at);
    expect(await give(new AddMarks(context, [12], 'Bien'))).toEqual(first);
    expect(await give(new AddMarks(context, [12], 'Oublié'), tallies.another())).toEqual(first);
    await expect(give(new AddMarks(aContext(), [12], 'Neuf'))).rejects.toMatchObject({ code: 'PERSON_ERASED' });
    expect(await standing()).toHaveLength(2);
  });
});

describe('the history of a stream', () => {
  it('holds its events in order, with the ids that receipts name', async () => {
    await tallies.open(id);
    const added = await give(new AddMarks(aContext(), [12, 14]));
    const history = await tallies.ledger.history(tallyStream, id);
    expect(history.map(({ revision }) => revision)).toEqual([0, 1, 2]);
    expect(history.slice(1).map((event) => event.id)).toEqual(added.eventIds);
    expect(history).toEqual(await standing());
  });

  it('is empty where nothing was recorded', async () => {
    expect(await tallies.ledger.history(tallyStream, randomUUID())).toEqual([]);
  });
});
