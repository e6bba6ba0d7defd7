import { type Answer, onEachStore } from '@minutier/testing';

import { type Classroom, identityOf, onTwenty, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';
import { lineOf, linesOf } from './transcript-reading.js';

const authority = { code: 'examination-office', document: 'NOTE-12' };

onEachStore('Marks that change', (ledger) => {
  let room: Classroom;
  let experienced: string;
  const registrar = () => ledger.as('registrar');
  const read = (path: string): Promise<Answer['body']> => registrar().read(path);
  const fileOf = (candidacy: string, receipt?: string): Promise<Answer['body']> =>
    read(`candidacies/${candidacy}${receipt === undefined ? '' : `?atLeast=${receipt}`}`);
  const caseStudy = async (candidacy: string, value: string, changes?: object): Promise<string> =>
    (await ledger.as('assessor').record(`candidacies/${candidacy}/case-studies`, room.caseStudy(value, changes)))
      .evaluationId;
  const change = (candidacy: string, evaluationId: string, what: string, body: object): Promise<Answer> =>
    registrar().post(`candidacies/${candidacy}/evaluations/${evaluationId}/${what}`, { authority, ...body });

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT']);
    const person = await registrar().record('persons', identityOf('MOREL'));
    const enrolment = { personId: person.id, route: 'VAE', enteredOn: '2018-10-01' };
    ({ id: experienced } = await registrar().record(`cohorts/${room.cohortId}/candidacies`, enrolment));
  });

  describe('by voiding', () => {
    it('leave the transcript, stay readable with what ended them, and free their place for the next entry', async () => {
      const third = room.candidacies[2]!;
      const wrong = await caseStudy(third, '8', { modality: 'F8-M1', appreciation: 'Hors sujet.' });
      const reason = { reason: 'wrong-facts', explanation: 'Sujet d’une autre promotion' };
      const { body: voided } = await change(third, wrong, 'voidings', reason);
      const file = await fileOf(third, voided.receipt);
      expect(file.evaluations).toEqual([]);
      expect(file.former).toMatchObject([
        {
          evaluationId: wrong,
          outcome: onTwenty('8'),
          appreciation: 'Hors sujet.',
          ended: { how: 'voided', reason: { code: 'wrong-facts', text: 'Sujet d’une autre promotion' }, authority },
        },
      ]);
      expect(lineOf(await read(`candidacies/${third}/transcript`), 'F8-M1').evaluations).toEqual([]);

      const right = await caseStudy(third, '12', { modality: 'F8-M1' });
      expect(right).not.toBe(wrong);
      await eventually(async () => {
        const { evaluations } = await fileOf(third);
        expect(evaluations).toMatchObject([{ evaluationId: right, entry: 2, outcome: onTwenty('12') }]);
      });
      expect((await change(third, wrong, 'voidings', reason)).body.code).toBe('EVALUATION_NOT_FOUND');
    });

    it('are refused for fraud without a sanction', async () => {
      const third = room.candidacies[2]!;
      const study = await caseStudy(third, '8', { modality: 'F4-M1' });
      const { status, body } = await change(third, study, 'voidings', { reason: 'fraud' });
      expect([status, body.code, body.pointer]).toEqual([409, 'SANCTION_REQUIRED', '/sanctionId']);
      const byHand = await change(third, study, 'voidings', { reason: 'sheet-voided' });
      expect([byHand.status, byHand.body.code]).toEqual([400, 'NOT_A_CHOICE']);
    });
  });

  describe('in what stands beside them', () => {
    it('have their circumstances put right and their comment replaced, the mark staying', async () => {
      const third = room.candidacies[2]!;
      const study = await caseStudy(third, '11', { modality: 'F3-M1', appreciation: 'Bavard.' });
      const [from, to] = [{ heldOn: '2019-01-15' }, { heldOn: '2019-01-16' }];
      await change(third, study, 'circumstances-corrections', { from, to, reason: 'document-found' });
      const { body } = await change(third, study, 'appreciations', { appreciation: 'Soigné.', reason: 'rectified' });
      const { evaluations } = await fileOf(third, body.receipt);
      const row = evaluations.find((one: Answer['body']) => one.evaluationId === study);
      expect(row).toMatchObject({
        heldOn: '2019-01-16',
        outcome: onTwenty('11'),
        appreciation: 'Soigné.',
        circumstancesCorrections: [{ from, to, reason: { code: 'document-found' }, authority }],
        appreciationsReplaced: [{ reason: { code: 'rectified' }, authority }],
      });
      const late = await change(third, study, 'circumstances-corrections', { from, to, reason: 'keying-error' });
      expect([late.status, late.body.code]).toEqual([409, 'CIRCUMSTANCES_CHANGED_MEANWHILE']);
    });
  });

  describe('by a reattribution', () => {
    const move = (from: string, fromEvaluationId: string, to: string) => ({
      fromCandidacyId: from,
      fromEvaluationId,
      toCandidacyId: to,
    });
    const decide = async (moves: readonly object[]): Promise<string> =>
      (await registrar().record('reattributions', { decidedOn: '2019-03-12', reason: 'swapped', authority, moves })).id;
    /** Waits until every file of the reattribution has answered. */
    const settled = (id: string, standing: string): Promise<Answer['body']> =>
      eventually(async () => {
        const row = await read(`reattributions/${id}`);
        expect(row.files.map((file: Answer['body']) => file.standing)).toEqual([standing, standing]);
        return row;
      });
    /** A transcript, whatever the ids of the evaluations that it rests on. */
    const transcriptOf = async (candidacy: string): Promise<Answer['body']> => {
      const transcript = await read(`candidacies/${candidacy}/transcript`);
      const { revision: _revision, asOf: _asOf, ...shown } = transcript;
      for (const line of linesOf(shown)) for (const one of line.evaluations) delete one.evaluationId;
      return shown;
    };

    it('go to the right files, texts sealed anew, and are back as they were by the contrary decision', async () => {
      const [first, second] = room.candidacies as [string, string];
      const subject = 'Lancement d’une limonade';
      const one = await caseStudy(first, '16', { appreciation: 'Très bien vu.', subject });
      const other = await caseStudy(second, '7');
      const corrections = `candidacies/${first}/evaluations/${one}/corrections`;
      const { receipt } = await registrar().record(corrections, room.correction('16.5'));
      // The last of the three: whoever reads at least this reads them all.
      await fileOf(first, receipt);
      const before = await Promise.all([first, second].map(transcriptOf));

      const id = await decide([move(first, one, second), move(second, other, first)]);
      expect(await settled(id, 'made')).toMatchObject({ moveCount: 2, candidacyIds: [first, second], refusals: [] });
      const [ours, theirs] = await Promise.all([first, second].map((candidacy) => fileOf(candidacy)));
      expect(ours.evaluations).toMatchObject([
        { outcome: onTwenty('7'), entry: 2, receivedFrom: { fromCandidacyId: second } },
      ]);
      expect(ours.former).toMatchObject([{ evaluationId: one, ended: { how: 'given', toCandidacyId: second } }]);
      expect(theirs.evaluations).toMatchObject([
        {
          outcome: onTwenty('16.5'),
          appreciation: 'Très bien vu.',
          facts: { subjectCode: 'EC-2019-03', subject },
          origin: { kind: 'reattribution', id, line: 1 },
          receivedFrom: { fromEvaluationId: one },
        },
      ]);
      const moved = await Promise.all([first, second].map(transcriptOf));
      expect(moved.map((transcript) => lineOf(transcript, 'F1-M1').result)).toEqual(['7.00', '16.50']);

      const now = [ours, theirs].map(({ evaluations }) => evaluations[0].evaluationId);
      const back = await decide([move(first, now[0], second), move(second, now[1], first)]);
      await settled(back, 'made');
      const after = await Promise.all([first, second].map(transcriptOf));
      // The correction is told where it was made; the result that it gave is what came back.
      for (const transcript of [...before, ...after])
        for (const line of linesOf(transcript)) for (const shown of line.evaluations) shown.corrections = [];
      expect(after).toEqual(before);
    });

    it('stay where they are in every file when one refuses, are reported, and settled by a person', async () => {
      const first = room.candidacies[0]!;
      const study = await caseStudy(first, '10', { modality: 'F8-M1' });
      const id = await decide([move(first, study, experienced)]);
      const refused = await settled(id, 'refused');
      expect(refused.files.map((file: Answer['body']) => file.refused)).toEqual([
        'ROUTE_DOES_NOT_SIT',
        'ROUTE_DOES_NOT_SIT',
      ]);
      const standing = (await fileOf(first)).evaluations.map((one: Answer['body']) => one.evaluationId);
      expect(standing).toContain(study);

      await eventually(async () => expect((await read(`reattributions/${id}`)).refusals).toHaveLength(2));
      const settling = { candidacyId: first, settlement: 'recorded-otherwise', reason: 'decided-in-error', authority };
      const path = `reattributions/${id}/settlements`;
      const [answer, again] = [await registrar().post(path, settling), await registrar().post(path, settling)];
      expect([answer.status, again.status, again.body.code]).toEqual([201, 409, 'ALREADY_SETTLED']);
      await eventually(async () => {
        const { items } = await read(`audit/events?candidacy=${first}&type=RefusalSettled`);
        expect(items).toMatchObject([{ data: { origin: { id }, settlement: 'recorded-otherwise' } }]);
      });
      const { items } = await read('reattributions');
      expect(items).toHaveLength(3);
    });

    it('are not decided on a place that is filled', async () => {
      const [first, second] = room.candidacies as [string, string];
      const { evaluations } = await fileOf(first);
      const one = evaluations.find(({ modality }: Answer['body']) => modality === 'F1-M1').evaluationId;
      const moves = [move(first, one, second)];
      const deciding = { decidedOn: '2019-03-12', reason: 'swapped', authority, moves };
      const { status, body } = await registrar().post('reattributions', deciding);
      expect([status, body.code, body.pointer]).toEqual([409, 'PLACE_TAKEN', '/moves/0/toCandidacyId']);
    });
  });
});
