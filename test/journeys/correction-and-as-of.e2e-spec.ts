import { type Answer, onEachStore } from '@minutier/testing';

import { type Classroom, openClassroom } from './classroom.js';
import { lineOf } from './transcript-reading.js';

const MINUTE_MS = 60_000;

/** The marks of block 1, on the four lines that it has. */
const BLOCK_ONE = [
  ['F8-M1', '11', false],
  ['F8-M2', '12', true],
  ['F9-M1', '11.25', false],
  ['F9-M2', '13', true],
] as const;

onEachStore(
  'A correction, and what was true before it',
  (ledger) => {
    let room: Classroom;
    let candidacy: string;
    let evaluationId: string;
    let correctedAt: string;

    const read = (path: string): Promise<Answer['body']> => ledger.as('registrar').read(path);
    const transcriptAt = (asOf: string) => read(`candidacies/${candidacy}/transcript?asOf=${asOf}`);
    const boardAt = async (asOf: string) => {
      const board = await read(`cohorts/${room.cohortId}/candidacies?asOf=${asOf}`);
      return { ...board, item: board.items.find((item: Answer['body']) => item.candidacyId === candidacy) };
    };
    const minuteBefore = (instant: string) => new Date(Date.parse(instant) - MINUTE_MS).toISOString();
    const correct = async (value: string, changes: object = {}) => {
      const path = `candidacies/${candidacy}/evaluations/${evaluationId}/corrections`;
      const { receipt } = await ledger.as('registrar').record(path, room.correction(value, changes));
      const { items } = await read(`audit/events?candidacy=${candidacy}&type=EvaluationCorrected&atLeast=${receipt}`);
      return items.at(-1);
    };

    beforeAll(async () => {
      await ledger.tell('2018-10-02T08:00:00Z');
      room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
      [candidacy] = room.candidacies as [string];
      await ledger.tell('2019-01-15T16:00:00Z');
      for (const [modality, mark, oral] of BLOCK_ONE) {
        const conduct = { assessors: [{ assessorId: ledger.cast.assessor }], agreedBy: 'single', written: true, oral };
        const study = room.caseStudy(mark, { modality, conduct });
        const recorded = await ledger.as('assessor').record(`candidacies/${candidacy}/case-studies`, study);
        evaluationId ??= recorded.evaluationId;
      }
      await ledger.tell('2019-02-20T10:30:00Z');
      const explanation = 'Deux points du critère C3 avaient été oubliés.';
      const corrected = await correct('14.50', { reason: 'grid-miscalculated', explanation });
      correctedAt = corrected.recordedAt;
    });

    it('is recorded with the old value, the new one, the reason and the authority', async () => {
      const { items } = await read(`audit/events?candidacy=${candidacy}&type=EvaluationCorrected`);
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({
        simulated: true,
        data: {
          evaluationId,
          from: { kind: 'result', result: { scale: 'twenty', value: '11' } },
          to: { kind: 'result', result: { scale: 'twenty', value: '14.50' } },
          reason: { code: 'grid-miscalculated' },
          authority: { code: 'examination-office', document: 'NOTE-12' },
        },
      });
      expect(correctedAt).toMatch(/^2019-02-20T10:30:0/);
    });

    it('leaves the old mark in the transcript as of the minute before', async () => {
      const before = await transcriptAt(minuteBefore(correctedAt));
      expect(lineOf(before, 'F8-M1')).toMatchObject({ result: '11.00', evaluations: [{ corrections: [] }] });
      expect(before.blocks[0].result).toBe('11.82');
    });

    it('shows the new mark from its own instant on', async () => {
      for (const asOf of [correctedAt, '2019-02-20']) {
        const after = await transcriptAt(asOf);
        expect(lineOf(after, 'F8-M1')).toMatchObject({
          result: '14.50',
          evaluations: [{ corrections: [{ reason: 'grid-miscalculated' }] }],
        });
        expect(after.blocks[0].result).toBe('12.69');
      }
    });

    it('shows the reason, in words, in the candidate’s file', async () => {
      const file = await read(`candidacies/${candidacy}`);
      const [evaluation] = file.evaluations.filter((one: Answer['body']) => one.evaluationId === evaluationId);
      expect(evaluation.corrections).toMatchObject([
        {
          reason: { code: 'grid-miscalculated', text: 'Deux points du critère C3 avaient été oubliés.' },
          authority: { code: 'examination-office', document: 'NOTE-12' },
          actor: { id: ledger.cast.registrar },
          recordedAt: correctedAt,
        },
      ]);
    });

    it('shows the reason beside the new mark in the transcript', async () => {
      const line = lineOf(await transcriptAt(correctedAt), 'F8-M1');
      expect(JSON.stringify(line)).toContain('grid-miscalculated');
    });

    it('is told in the same way by the cohort board and the audit trail, as of one moment', async () => {
      for (const [asOf, result, types] of [
        [minuteBefore(correctedAt), '11.82', []],
        [correctedAt, '12.69', ['EvaluationCorrected']],
      ] as const) {
        const transcript = await transcriptAt(asOf);
        const board = await boardAt(asOf);
        const audit = await read(`audit/events?candidacy=${candidacy}&asOf=${asOf}`);
        const last = audit.items.at(-1);

        expect([board.item.blocks[0].result, transcript.blocks[0].result]).toEqual([result, result]);
        expect(board.item.missing).toEqual(transcript.missing);
        expect([board.item.revision, last.revision]).toEqual([transcript.revision, transcript.revision]);
        expect([board.asOf, audit.asOf]).toEqual([transcript.asOf, transcript.asOf]);
        const corrections = audit.items
          .map(({ type }: Answer['body']) => type)
          .filter((type: string) => /Corr/.test(type));
        expect(corrections).toEqual(types);
      }
    });

    it('counts until the end of the day in Paris, where a date alone is asked', async () => {
      // The clocks of Paris went forward that morning: its midnight is 22:00 UTC.
      await ledger.tell('2019-03-31T21:59:00Z');
      await correct('15');
      await ledger.tell('2019-03-31T22:00:30Z');
      await correct('16');

      const marks = ['2019-03-30', '2019-03-31', '2019-04-01'].map(
        async (day) => lineOf(await transcriptAt(day), 'F8-M1').result,
      );
      expect(await Promise.all(marks)).toEqual(['14.50', '15.00', '16.00']);
      expect(lineOf(await transcriptAt('2019-03-31T21:59:59.999Z'), 'F8-M1').result).toBe('15.00');
    });

    it('knows nothing as of before the founding', async () => {
      const registrar = ledger.as('registrar');
      for (const path of [`candidacies/${candidacy}/transcript`, `candidacies/${candidacy}`, 'frameworks/RNCP28684']) {
        const { status, body } = await registrar.get(`${path}?asOf=2018-05-31`);
        expect([path, status, body.code]).toEqual([path, 404, 'NOT_FOUND']);
      }
      for (const path of ['cohorts', 'audit/events', 'frameworks']) {
        const nothing = { items: [], next: null, asOf: { ordinal: -1, effectiveAt: null } };
        expect([path, await read(`${path}?asOf=2018-05-31`)]).toEqual([path, nothing]);
      }
      expect((await read('audit/events?asOf=2018-06-01')).items).toMatchObject([{ type: 'LedgerFounded', ordinal: 0 }]);
    });

    it('is answered as of now where the moment asked is still to come', async () => {
      const [now, later] = [await read(`candidacies/${candidacy}/transcript`), await transcriptAt('2039-01-01')];
      expect(later).toEqual({ ...now, asOf: expect.objectContaining(now.asOf) });
    });

    // LogMoments.resolve answers the whole entry of the log index, with the stream of whoever was written about last.
    it('names its moment by ordinal and effective time, and by nothing of another file', async () => {
      const { asOf } = await transcriptAt('2019-02-20');
      expect(Object.keys(asOf).sort()).toEqual(['effectiveAt', 'ordinal']);
    });
  },
  { program: 'test/journeys/simulated-clock-server.js' },
);
