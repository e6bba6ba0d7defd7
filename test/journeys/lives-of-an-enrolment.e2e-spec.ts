import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, identityOf, openClassroom } from './classroom.js';

const authority = { code: 'examination-office', document: 'NOTE-12' };

onEachStore('The lives of an enrolment', (ledger) => {
  let room: Classroom;
  let latest = '';
  const registrar = () => ledger.as('registrar');

  async function record(path: string, body: object, headers = {}): Promise<Answer['body']> {
    const answer = await registrar().record(path, body, headers);
    latest = answer.receipt;
    return answer;
  }
  const act = (candidacy: string, noun: string, body: object, headers = {}) =>
    record(`candidacies/${candidacy}/${noun}`, { authority, ...body }, headers);
  async function refused(path: string, body: object): Promise<unknown[]> {
    const { status, body: problem } = await registrar().post(path, body);
    return [status, problem.code, problem.pointer];
  }
  const refusedAct = (candidacy: string, noun: string, body: object) =>
    refused(`candidacies/${candidacy}/${noun}`, { authority, ...body });
  const read = (path: string): Promise<Answer['body']> => registrar().read(`${path}?atLeast=${latest}`);
  const file = (candidacy: string) => read(`candidacies/${candidacy}`);
  const board = async (): Promise<string[]> =>
    (await read(`cohorts/${room.cohortId}/candidacies`)).items.map(({ candidacyId }: Answer['body']) => candidacyId);

  async function enrol(name: string, changes: object = {}): Promise<{ personId: string; candidacy: string }> {
    const { id: personId } = await record('persons', identityOf(name));
    const enrolment = { personId, route: 'CQ', enteredOn: '2018-10-01', ...changes };
    const { id: candidacy } = await record(`cohorts/${room.cohortId}/candidacies`, enrolment);
    return { personId, candidacy };
  }

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN']);
  });

  it('correct what was keyed wrong, prove the entry, and take another route from a day on', async () => {
    const { candidacy } = await enrol('DURAND', { candidateNumber: '2018-017', ine: '1234567890A' });
    const from = { candidateNumber: '2018-017' };
    const right = { from, candidateNumber: '2018-071', reason: 'keying-error', explanation: 'Chiffres inversés.' };
    await act(candidacy, 'corrections', { ...right, ine: '1234567890A' });
    const entryProof = { kind: 'training-contract', document: 'CONV-2018-0031' };
    await act(candidacy, 'entry-proofs', { enteredOn: '2018-09-17', entryProof, reason: 'date-corrected' });
    const change = { from: 'CQ', to: 'FC', effectiveOn: '2019-03-15', reason: 'contract-ended' };
    await act(candidacy, 'route-changes', { ...change, document: 'RUPT-2019-004', explanation: 'L’agence ferme.' });

    expect(await file(candidacy)).toMatchObject({
      status: 'enrolled',
      candidateNumber: '2018-071',
      enteredOn: '2018-09-17',
      entryProof,
      route: 'FC',
      routeChanges: [
        {
          from: 'CQ',
          to: 'FC',
          effectiveOn: '2019-03-15',
          document: 'RUPT-2019-004',
          reason: { code: 'contract-ended', text: 'L’agence ferme.' },
          authority,
        },
      ],
    });
    expect(await read(`candidacies/${candidacy}/transcript`)).toMatchObject({
      route: 'FC',
      candidateNumber: '2018-071',
    });
    const { items } = await read(`cohorts/${room.cohortId}/candidacies`);
    const line = items.find((item: Answer['body']) => item.candidacyId === candidacy);
    expect(line).toMatchObject({ route: 'FC', candidateNumber: '2018-071', enteredOn: '2018-09-17' });

    expect(await refusedAct(candidacy, 'corrections', right)).toEqual([
      409,
      'ENROLMENT_CHANGED_MEANWHILE',
      '/from/candidateNumber',
    ]);
    const same = { ...right, from: { candidateNumber: '2018-071' }, ine: '1234567890A' };
    expect(await refusedAct(candidacy, 'corrections', same)).toEqual([409, 'ENROLMENT_UNCHANGED', undefined]);
    expect(await refusedAct(candidacy, 'route-changes', change)).toEqual([409, 'ROUTE_CHANGED_MEANWHILE', '/from']);
    expect(await refusedAct(candidacy, 'route-changes', { ...change, from: 'FC', to: 'CA' })).toEqual([
      409,
      'ROUTE_CLOSED',
      '/to',
    ]);
    const late = { enteredOn: '2020-07-20', entryProof, reason: 'date-corrected' };
    expect(await refusedAct(candidacy, 'entry-proofs', late)).toEqual([409, 'ENTERED_AFTER_EXPIRY', '/enteredOn']);
  });

  it('are interrupted, given up, taken up again', async () => {
    const { candidacy, personId } = await enrol('PETIT');
    await act(candidacy, 'suspensions', { from: '2019-02-01', expectedUntil: '2019-04-30', reason: 'leave' });
    expect(await file(candidacy)).toMatchObject({ status: 'suspended', suspension: { expectedUntil: '2019-04-30' } });
    expect(await refusedAct(candidacy, 'suspensions', { from: '2019-03-01', reason: 'other' })).toEqual([
      409,
      'ALREADY_SUSPENDED',
      undefined,
    ]);
    await act(candidacy, 'withdrawals', { effectiveOn: '2019-03-15', reason: 'no-news' });
    await act(candidacy, 'withdrawal-revocations', { reason: 'recorded-in-error' });
    expect(await file(candidacy)).toMatchObject({ status: 'suspended', departure: null });
    await act(candidacy, 'resumptions', { resumedOn: '2019-05-02' });
    expect(await file(candidacy)).toMatchObject({ status: 'enrolled', suspension: null });

    const letter = { document: 'DEMISSION-2019-002', reason: 'request-of-candidate', explanation: 'Déménage.' };
    await act(candidacy, 'withdrawals', { effectiveOn: '2019-06-03', ...letter });
    expect(await file(candidacy)).toMatchObject({
      status: 'withdrawn',
      departure: { kind: 'withdrawn', on: '2019-06-03', reason: { code: 'request-of-candidate', text: 'Déménage.' } },
    });
    expect(await board()).toContain(candidacy);
    const again = { personId, route: 'FC', enteredOn: '2019-09-02' };
    expect(await refused(`cohorts/${room.cohortId}/candidacies`, again)).toEqual([409, 'CANDIDACY_ENDED', '/personId']);
    const early = { returnedOn: '2019-06-02', route: 'FC', entryKept: true };
    expect(await refusedAct(candidacy, 'readmissions', early)).toEqual([409, 'RETURN_BEFORE_DEPARTURE', '/returnedOn']);
    await act(candidacy, 'readmissions', { ...early, returnedOn: '2019-09-02' });
    expect(await file(candidacy)).toMatchObject({
      status: 'enrolled',
      route: 'FC',
      enteredOn: '2018-10-01',
      readmission: { returnedOn: '2019-09-02' },
    });
    expect(await refusedAct(candidacy, 'readmissions', early)).toEqual([409, 'CANDIDACY_NOT_ENDED', undefined]);
  });

  it('end as if they had never been, and may begin again in the same file', async () => {
    const { candidacy, personId } = await enrol('ROUX');
    const { evaluationId } = await record(`candidacies/${candidacy}/case-studies`, room.caseStudy('12'));
    expect(evaluationId).toEqual(expect.any(String));
    expect(await refusedAct(candidacy, 'voidings', { reason: 'wrong-cohort' })).toEqual([
      409,
      'EVALUATIONS_STAND',
      undefined,
    ]);

    const mistaken = await enrol('ROUSSEL', { candidateNumber: '2018-099' });
    expect(await board()).toContain(mistaken.candidacy);
    await act(mistaken.candidacy, 'voidings', { reason: 'wrong-cohort', explanation: 'C’était Lyon.' });
    expect(await board()).not.toContain(mistaken.candidacy);
    expect(await file(mistaken.candidacy)).toMatchObject({
      status: 'voided',
      voiding: { reason: { code: 'wrong-cohort', text: 'C’était Lyon.' }, authority },
      candidateNumber: '2018-099',
    });
    expect(await refusedAct(mistaken.candidacy, 'voidings', { reason: 'wrong-cohort' })).toEqual([
      404,
      'CANDIDACY_NOT_FOUND',
      undefined,
    ]);
    const anew = { personId: mistaken.personId, route: 'FC', enteredOn: '2018-11-05' };
    const { id } = await record(`cohorts/${room.cohortId}/candidacies`, anew);
    expect(id).toBe(mistaken.candidacy);
    expect(await board()).toContain(mistaken.candidacy);
    expect(await file(id)).toMatchObject({ status: 'enrolled', voiding: null, route: 'FC' });
    const twice = { personId, route: 'FC', enteredOn: '2018-11-05' };
    expect(await refused(`cohorts/${room.cohortId}/candidacies`, twice)).toEqual([
      409,
      'ALREADY_ENROLLED',
      '/personId',
    ]);
  });

  it('grant measures that only the candidate’s file shows', async () => {
    const { candidacy } = await enrol('MOREL');
    const granting = { measures: ['extra-time-third', 'separate-room'], from: '2018-11-05', decidedOn: '2018-11-05' };
    const key = { 'idempotency-key': uuid() };
    const granted = await act(candidacy, 'accommodations', granting, key);
    expect(await act(candidacy, 'accommodations', granting, key)).toEqual(granted);
    const study = room.caseStudy('12', { accommodationIds: [granted.accommodationId] });
    await record(`candidacies/${candidacy}/case-studies`, study);
    const ending = { accommodationId: granted.accommodationId, endsOn: '2019-03-31', reason: 'request-of-candidate' };
    await act(candidacy, 'accommodation-endings', ending);
    expect((await file(candidacy)).accommodations).toMatchObject([
      {
        accommodationId: granted.accommodationId,
        measures: ['extra-time-third', 'separate-room'],
        from: '2018-11-05',
        until: '2019-03-31',
        ending: { reason: { code: 'request-of-candidate', text: null } },
      },
    ]);
    const elsewhere = [
      await read(`candidacies/${candidacy}/transcript`),
      await read(`cohorts/${room.cohortId}/candidacies`),
      await registrar().read(`audit/events?candidacy=${candidacy}`),
    ].map((body) => JSON.stringify(body));
    expect(elsewhere.filter((text) => /extra-time|separate-room/.test(text))).toEqual([]);

    expect(await refusedAct(candidacy, 'accommodations', { ...granting, measures: ['dyslexia'] })).toEqual([
      400,
      'NOT_A_CHOICE',
      '/measures',
    ]);
    expect(await refusedAct(candidacy, 'accommodations', { ...granting, measures: [] })).toEqual([
      400,
      'LIST_SIZE',
      '/measures',
    ]);
    expect(await refusedAct(candidacy, 'accommodations', { ...granting, modalities: ['F9-M9'] })).toEqual([
      409,
      'MODALITY_UNKNOWN',
      '/modalities/0',
    ]);
    expect(await refusedAct(candidacy, 'accommodation-endings', ending)).toEqual([
      409,
      'ACCOMMODATION_ENDED',
      '/accommodationId',
    ]);
  });

  it('lead from an admissible request to a validation file, in VAE', async () => {
    const { candidacy } = await enrol('FAURE', { route: 'VAE' });
    const asked = { requestedOn: '2018-10-01', decidedOn: '2018-11-20', scope: 'title' };
    const no = { ...asked, admissible: false, reason: 'file-incomplete', explanation: 'Deux attestations manquent.' };
    expect(await refusedAct(candidacy, 'feasibility-decisions', { ...no, reason: null })).toEqual([
      409,
      'REASON_REQUIRED',
      '/reason',
    ]);
    await act(candidacy, 'feasibility-decisions', no);
    const yes = { ...asked, decidedOn: '2019-01-10', admissible: true, validUntil: '2020-01-10' };
    const { feasibilityId } = await act(candidacy, 'feasibility-decisions', yes);
    expect(await refusedAct(candidacy, 'feasibility-decisions', yes)).toEqual([
      409,
      'FEASIBILITY_ALREADY_DECIDED',
      undefined,
    ]);
    const filing = { feasibilityId, filedOn: '2019-02-20', scope: 'title', document: 'VAE-2019-0012' };
    const { fileId } = await record(`candidacies/${candidacy}/validation-files`, filing);
    expect(await file(candidacy)).toMatchObject({
      feasibilities: [
        { admissible: false, reason: { code: 'file-incomplete', text: 'Deux attestations manquent.' } },
        { feasibilityId, admissible: true, validUntil: '2020-01-10', reason: null },
      ],
      validationFiles: [
        { fileId, feasibilityId, filedOn: '2019-02-20', juryDueBy: '2019-05-20', document: 'VAE-2019-0012' },
      ],
    });
    const twice = await refused(`candidacies/${candidacy}/validation-files`, filing);
    expect(twice).toEqual([409, 'FILE_ALREADY_FILED', '/scope']);
    const [contracted] = room.candidacies;
    expect(await refusedAct(contracted!, 'feasibility-decisions', yes)).toEqual([409, 'ROUTE_NOT_VAE', undefined]);
  });
});
