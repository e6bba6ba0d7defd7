import { onEachStore } from '@minutier/testing';

import { type Classroom, openClassroom } from './classroom.js';

/** The server waits 5 s at most; the rest is this machine's. */
const BOUND_MS = 8_000;

onEachStore('Reading what one has just written', (ledger) => {
  let room: Classroom;
  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN']);
  });

  it('finds it in each read that waits for its receipt', async () => {
    const [candidacy] = room.candidacies as [string];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      const study = room.caseStudy('12', { attempt });
      const { receipt } = await ledger.as('assessor').record(`candidacies/${candidacy}/case-studies`, study);
      const [file, transcript, board, audit] = await Promise.all(
        [
          `candidacies/${candidacy}`,
          `candidacies/${candidacy}/transcript`,
          `cohorts/${room.cohortId}/candidacies`,
          `audit/events?candidacy=${candidacy}`,
        ].map((path) => ledger.as('registrar').read(`${path}${path.includes('?') ? '&' : '?'}atLeast=${receipt}`)),
      );
      expect([file.revision, transcript.revision, board.items[0].revision, audit.items.at(-1).revision]).toEqual([
        attempt,
        attempt,
        attempt,
        attempt,
      ]);
    }
  });

  it('finds it by an ordinal too', async () => {
    const { asOf } = await ledger.as('registrar').read('audit/events?limit=1');
    const { asOf: again } = await ledger.as('registrar').read(`cohorts?atLeast=${asOf.ordinal}`);
    expect(again.ordinal).toBeGreaterThanOrEqual(asOf.ordinal);
  });

  it('waits for what the log has not, but not for ever, and answers others meanwhile', async () => {
    const start = Date.now();
    const absent = ['999999999', 'candidacy-00000000-0000-4000-8000-000000000000@0', `cohort-${room.cohortId}@99`];
    const waiting = Promise.all(absent.map((atLeast) => ledger.as('registrar').get(`cohorts?atLeast=${atLeast}`)));
    await ledger.as('registrar').read('cohorts');
    expect(Date.now() - start).toBeLessThan(1_000);

    for (const { status, headers, body } of await waiting) {
      expect([status, body.code]).toEqual([503, 'NOT_YET_PROJECTED']);
      expect(headers.get('retry-after')).toBe('1');
    }
    expect(Date.now() - start).toBeLessThan(BOUND_MS);
  });
});
