import { onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { badBeginnings, badEnrolments } from './bad-requests/bad-beginnings.js';
import { badCorrections, badFacts, badGroups } from './bad-requests/bad-facts.js';
import { badConducts, badMarks, badPlaces } from './bad-requests/bad-marks.js';
import { type BadRequest, type Scene, send } from './bad-requests/bad-request.js';
import { badBodies, badHeaders, badQuestions } from './bad-requests/bad-wire.js';
import { identityOf, openClassroom } from './classroom.js';

const TABLES: Readonly<Record<string, readonly BadRequest[]>> = {
  'a mark': badMarks,
  'a place': badPlaces,
  'a conduct': badConducts,
  'facts of a kind': badFacts,
  'a group': badGroups,
  'a correction': badCorrections,
  'a beginning': badBeginnings,
  'an enrolment': badEnrolments,
  headers: badHeaders,
  'a body': badBodies,
  'a question': badQuestions,
};

onEachStore('Bad requests', (ledger) => {
  let scene: Scene;
  let head: number;

  beforeAll(async () => {
    const room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
    const registrar = ledger.as('registrar');
    const [candidacy] = room.candidacies as [string];
    const usedKey = uuid();
    const { id: personId } = await registrar.record('persons', identityOf('PETIT'));
    const { evaluationId, receipt } = await registrar.record(
      `candidacies/${candidacy}/case-studies`,
      room.caseStudy('12'),
      { 'idempotency-key': usedKey },
    );
    ({ ordinal: head } = (await registrar.read(`cohorts?atLeast=${receipt}`)).asOf);
    scene = { ...room, ledger, registrar, candidacy, evaluationId, usedKey, personId };
  });

  /** Nothing stands in the log behind the last event of the scene, and no view has moved. */
  async function expectNothingWritten(): Promise<void> {
    const { body: ready } = await scene.registrar.get('/health/ready');
    expect(ready).toMatchObject({ status: 'up', projections: { ordinal: head, lagEvents: 0, quarantined: [] } });
    const { asOf } = await scene.registrar.read('audit/events?limit=1');
    expect(asOf.ordinal).toBe(head);
  }

  describe.each(Object.entries(TABLES))('of %s', (_part, requests) => {
    it.each(requests)('%s', async (_name, request, status, code, where) => {
      const sent = request(scene);
      const french = await send(scene, sent);
      const english = await send(scene, sent, 'en-GB,en;q=0.9,fr;q=0.5');

      const place = where?.startsWith('?') ? { parameter: where.slice(1) } : where === null ? {} : { pointer: where };
      const { body } = french;
      const { pointer, parameter } = body;
      expect({
        status: french.status,
        code: body.code,
        ...(pointer === undefined ? {} : { pointer }),
        ...(parameter === undefined ? {} : { parameter }),
      }).toEqual({ status, code, ...place });
      expect(body).toMatchObject({ status, type: `urn:minutier:problem:${code.toLowerCase().replaceAll('_', '-')}` });
      expect(french.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
      if (body.errors) expect(body.errors[0]).toMatchObject({ code, ...place });

      expect([english.status, english.body.code]).toEqual([status, code]);
      expect([body.title, body.detail]).not.toEqual([english.body.title, english.body.detail]);
      expect(body.detail).not.toBe(english.body.detail);
      await expectNothingWritten();
    });
  });

  it('refuses the same things each by a code of their own', () => {
    const all = Object.values(TABLES).flat();
    expect(all.length).toBeGreaterThan(120);
    expect(new Set(all.map(([, , , code]) => code)).size).toBeGreaterThan(60);
  });

  it('names every fault of a body at once', async () => {
    const { body } = await scene.registrar.post('cohorts', { startsOn: '2018-10-32', endsOn: null });
    const faults = body.errors.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`);
    expect(faults).toEqual([
      'FIELD_MISSING /code',
      'FIELD_MISSING /framework',
      'FIELD_MISSING /rules',
      'NOT_A_CIVIL_DATE /startsOn',
      'FIELD_MISSING /endsOn',
    ]);
  });

  it('speaks French to those who ask for a language that it has not', async () => {
    const { body } = await scene.registrar.get('nowhere', { 'accept-language': 'de' });
    expect(body.title).toBe('Introuvable');
  });
});
