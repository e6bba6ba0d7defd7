import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, cohortOpening, identityOf, openClassroom } from './classroom.js';

/** Every case study that the fiche counts: a place each for racing writers. */
const CASE_STUDIES = [
  ['F1-M1', 1],
  ['F3-M1', 1],
  ['F3-M1', 2],
  ['F4-M1', 1],
  ['F4-M1', 2],
  ['F5-M1', 1],
  ['F7-M1', 1],
  ['F8-M1', 1],
  ['F9-M1', 1],
] as const;

onEachStore('The same command twice, and many at once', (ledger) => {
  let room: Classroom;
  const studiesOf = (candidacy: string) => `candidacies/${candidacy}/case-studies`;
  const countOf = async (candidacy: string): Promise<number> => {
    const { revision } = await ledger.as('registrar').read(`candidacies/${candidacy}`);
    const { items } = await ledger
      .as('registrar')
      .read(`audit/events?candidacy=${candidacy}&atLeast=candidacy-${candidacy}@${revision}`);
    return items.length;
  };
  const headOf = async (): Promise<number> => (await ledger.as('registrar').read('audit/events?limit=1')).asOf.ordinal;

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT', 'ROUX', 'MOREL', 'FAURE']);
  });

  it('answers a repeat with the first receipt, and writes nothing', async () => {
    const [candidacy] = room.candidacies as [string];
    const key = { 'idempotency-key': uuid() };
    const study = room.caseStudy('14.50', { appreciation: 'Très clair.' });
    const first = await ledger.as('assessor').post(studiesOf(candidacy), study, key);
    const again = await ledger.as('assessor').post(studiesOf(candidacy), study, key);

    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
    await ledger.as('registrar').read(`candidacies/${candidacy}?atLeast=${first.body.receipt}`);
    expect(await countOf(candidacy)).toBe(2);
  });

  it('answers it still after other facts have followed', async () => {
    const [candidacy] = room.candidacies as [string];
    const key = { 'idempotency-key': uuid() };
    const study = room.caseStudy('12', { modality: 'F3-M1' });
    const first = await ledger.as('assessor').record(studiesOf(candidacy), study, key);
    await ledger
      .as('assessor')
      .record(studiesOf(candidacy), room.caseStudy('13', { modality: 'F3-M1', occurrence: 2 }));
    expect(await ledger.as('assessor').record(studiesOf(candidacy), study, key)).toEqual(first);
  });

  it('answers it still after the evaluation was voided, and after its place was filled again', async () => {
    const [candidacy] = room.candidacies as [string];
    const key = { 'idempotency-key': uuid() };
    const study = room.caseStudy('9', { modality: 'F8-M1' });
    const first = await ledger.as('assessor').record(studiesOf(candidacy), study, key);
    const voiding = { reason: 'wrong-facts', authority: { code: 'examination-office' } };
    await ledger.as('registrar').record(`candidacies/${candidacy}/evaluations/${first.evaluationId}/voidings`, voiding);
    expect(await ledger.as('assessor').record(studiesOf(candidacy), study, key)).toEqual(first);
    const next = await ledger.as('assessor').record(studiesOf(candidacy), room.caseStudy('11', { modality: 'F8-M1' }));
    expect(next.evaluationId).not.toBe(first.evaluationId);
    expect(await ledger.as('assessor').record(studiesOf(candidacy), study, key)).toEqual(first);
  });

  let attempts = 0;

  it.each([
    ['another mark', { outcome: { kind: 'result', result: { scale: 'twenty', value: '15' } } }],
    ['another appreciation, which is sealed', { appreciation: 'Confus.' }],
    ['no appreciation', { appreciation: null }],
  ])('refuses the same key with %s', async (_difference, changes) => {
    const [candidacy] = room.candidacies as [string];
    const key = { 'idempotency-key': uuid() };
    const place = { modality: 'F4-M1', occurrence: 1, attempt: (attempts += 1) };
    await ledger
      .as('assessor')
      .record(studiesOf(candidacy), room.caseStudy('14', { ...place, appreciation: 'Clair.' }), key);
    const other = room.caseStudy('14', { ...place, appreciation: 'Clair.', ...changes });
    const { status, body } = await ledger.as('assessor').post(studiesOf(candidacy), other, key);
    expect([status, body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
  });

  it('creates one person, one cohort, one actor for a key, and refuses another under it', async () => {
    const registrar = ledger.as('registrar');
    for (const [path, one, other, code] of [
      ['persons', identityOf('UNIQUE'), identityOf('AUTRE'), 'COMMAND_ID_REUSED'],
      ['cohorts', { ...cohortOpening, code: 'UNIQUE' }, { ...cohortOpening, code: 'AUTRE' }, 'COMMAND_ID_REUSED'],
      ['actors', { name: 'Jo PAUL', roles: ['assessor'] }, { name: 'Lou PAUL', roles: ['assessor'] }, 'ACTOR_ID_TAKEN'],
    ] as const) {
      const key = { 'idempotency-key': uuid() };
      const answers = await Promise.all([1, 2, 3, 4].map(() => registrar.post(path, one, key)));
      expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      const { status, body } = await registrar.post(path, other, key);
      expect([path, status, body.code]).toEqual([path, 422, code]);
    }
  });

  it('gives concurrent duplicates one receipt', async () => {
    const candidacy = room.candidacies[1]!;
    const key = { 'idempotency-key': uuid() };
    const study = room.caseStudy('14.50', { appreciation: 'Très clair.' });
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => ledger.as('assessor').post(studiesOf(candidacy), study, key)),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    await ledger.as('registrar').read(`candidacies/${candidacy}?atLeast=${answers[0]!.body.receipt}`);
    expect(await countOf(candidacy)).toBe(2);
  });

  it('lets one of twenty writers of one place win, and refuses the others', async () => {
    const candidacy = room.candidacies[2]!;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ledger.as('assessor').post(studiesOf(candidacy), room.caseStudy(`${index}`)),
      ),
    );
    const winners = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(winners).toHaveLength(1);
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code}`))).toEqual(
      new Set(['409 EVALUATION_ALREADY_RECORDED']),
    );
    await ledger.as('registrar').read(`candidacies/${candidacy}?atLeast=${winners[0]!.body.receipt}`);
    expect(await countOf(candidacy)).toBe(2);
  });

  it('records each of the writers of many places once, however often they had to try', async () => {
    const candidacy = room.candidacies[3]!;
    const untilSettled = async (study: object): Promise<Answer> => {
      const key = { 'idempotency-key': uuid() };
      for (;;) {
        const answer = await ledger.as('assessor').post(studiesOf(candidacy), study, key);
        if (answer.status !== 503) return answer;
        expect(answer.body.code).toBe('STREAM_CONTENDED');
      }
    };
    const answers = await Promise.all(
      CASE_STUDIES.map(([modality, occurrence]) => untilSettled(room.caseStudy('12', { modality, occurrence }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(CASE_STUDIES.map(() => 201));
    const revisions = answers.map(({ body }) => body.revision).sort((one, other) => one - other);
    expect(revisions).toEqual(CASE_STUDIES.map((_, index) => index + 1));
    await ledger.as('registrar').read(`candidacies/${candidacy}?atLeast=candidacy-${candidacy}@${revisions.at(-1)}`);
    expect(await countOf(candidacy)).toBe(CASE_STUDIES.length + 1);
  });

  it('lets one of those who saw the same revision win, and answers 412 to the others', async () => {
    const candidacy = room.candidacies[4]!;
    const seen = await ledger.as('assessor').get(`candidacies/${candidacy}`);
    const ifMatch = { 'if-match': seen.headers.get('etag')! };
    const answers = await Promise.all(
      CASE_STUDIES.map(([modality, occurrence]) =>
        ledger.as('assessor').post(studiesOf(candidacy), room.caseStudy('12', { modality, occurrence }), ifMatch),
      ),
    );
    const outcomes = answers.map(({ status, body }) => `${status} ${body.code ?? 'recorded'}`).sort();
    expect(outcomes).toEqual(['201 recorded', ...CASE_STUDIES.slice(1).map(() => '412 REVISION_CONFLICT')]);
  });

  it('writes nothing for a stale If-Match, and records with the ETag of a receipt', async () => {
    const candidacy = room.candidacies[5]!;
    const study = (modality: string) => room.caseStudy('12', { modality });
    const { headers } = await ledger.as('assessor').post(studiesOf(candidacy), study('F1-M1'), { 'if-match': '"0"' });
    expect(headers.get('etag')).toBe('"1"');
    const head = await headOf();
    const stale = await ledger.as('assessor').post(studiesOf(candidacy), study('F5-M1'), { 'if-match': '"0"' });
    expect([stale.status, stale.body.code]).toEqual([412, 'REVISION_CONFLICT']);
    const next = await ledger.as('assessor').post(studiesOf(candidacy), study('F5-M1'), { 'if-match': '"1"' });
    expect([next.status, next.body.revision]).toEqual([201, 2]);
    await ledger.as('registrar').read(`candidacies/${candidacy}?atLeast=${next.body.receipt}`);
    expect(await headOf()).toBeLessThanOrEqual(head + 2);
  });
});
