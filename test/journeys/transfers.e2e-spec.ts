import { type Answer, onEachStore } from '@minutier/testing';

import { type Classroom, cohortOpening, onTwenty, openClassroom, sessionOpening } from './classroom.js';
import { eventually } from './eventually.js';

onEachStore('Transfers', (ledger) => {
  let room: Classroom;
  let nextCohortId: string;
  const authority = { code: 'examination-office', document: 'NOTE-12' };
  const read = (path: string): Promise<Answer['body']> => ledger.as('registrar').read(path);
  const record = (path: string, body: object): Promise<Answer['body']> => ledger.as('registrar').record(path, body);

  const transfer = (changes: object = {}) => ({
    ...{ toCohortId: nextCohortId, toRoute: 'FC', effectiveOn: '2019-03-15', reason: 'next-cohort', authority },
    ...changes,
  });
  const result = (evaluationId: string) => ({ evaluationId, toModality: 'F1-M1', toOccurrence: 1, toAttempt: 1 });

  /** The transfer from a candidacy, once it stands so. */
  const standing = (candidacy: string, wanted: string): Promise<Answer['body']> =>
    eventually(async () => {
      const { departures } = await read(`candidacies/${candidacy}/transfers`);
      expect(departures.map((one: Answer['body']) => one.standing)).toEqual([wanted]);
      return departures[0];
    });
  const factsOf = async (candidacy: string): Promise<Answer['body'][]> =>
    (await read(`audit/events?stream=candidacy-${candidacy}`)).items;
  const assessed = async (candidacy: string, value: string): Promise<string> =>
    (await ledger.as('assessor').record(`candidacies/${candidacy}/case-studies`, room.caseStudy(value))).evaluationId;

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT', 'ROUX']);
    const later = { ...cohortOpening, code: '2019-2020-PARIS', endsOn: '2019-12-31' };
    ({ id: nextCohortId } = await record('cohorts', later));
    await record(`cohorts/${nextCohortId}/sessions`, sessionOpening);
  });

  it('bring the candidate to the other cohort, entry kept, with the mark as it was corrected', async () => {
    const [candidacy] = room.candidacies;
    const evaluationId = await assessed(candidacy!, '14.5');
    const corrections = `candidacies/${candidacy}/evaluations/${evaluationId}/corrections`;
    const correction = await ledger.as('registrar').record(corrections, room.correction('15'));
    await record(`candidacies/${candidacy}/transfers`, transfer({ toSession: 1, broughtOver: [result(evaluationId)] }));

    const { toCandidacyId } = await standing(candidacy!, 'received');
    const facts = await factsOf(toCandidacyId);
    expect(facts.map(({ type }) => type)).toEqual(['Enrolled', 'TransferredIn', 'EvaluationBroughtOver']);
    expect(facts.map(({ data }) => data)).toMatchObject([
      { cohortId: nextCohortId, route: 'FC', enteredOn: '2018-10-01' },
      { fromCandidacyId: candidacy, broughtOverCount: 1 },
      {
        ...{ fromEvaluationId: evaluationId, fromEventId: correction.eventIds[0], outcome: onTwenty('15') },
        ...{ modality: 'F1-M1', entry: 1, session: 1, kind: 'case-study' },
      },
    ]);
    expect(facts[0].actor).toMatchObject({ role: 'reaction', authentication: 'system' });
    expect((await read(`candidacies/${toCandidacyId}`)).identity).toMatchObject({ birthName: 'MARTIN' });
    expect((await read(`candidacies/${toCandidacyId}/transfers`)).arrivals).toMatchObject([
      { fromCandidacyId: candidacy, standing: 'received', reason: { code: 'next-cohort' } },
    ]);

    const place = room.caseStudy('12', { heldOn: '2019-02-20' });
    const taken = await ledger.as('assessor').post(`candidacies/${toCandidacyId}/case-studies`, place);
    expect([taken.status, taken.body.code]).toEqual([409, 'EVALUATION_ALREADY_RECORDED']);
    const again = await ledger.as('registrar').post(`candidacies/${candidacy}/transfers`, transfer());
    expect([again.status, again.body.code]).toEqual([409, 'CANDIDACY_ENDED']);
  });

  it('are refused by the other cohort’s own rules, reported, and tried again once the cause is gone', async () => {
    const [, candidacy] = room.candidacies;
    const evaluationId = await assessed(candidacy!, '11');
    const results = { toSession: 2, broughtOver: [result(evaluationId)] };
    await record(`candidacies/${candidacy}/transfers`, transfer(results));

    const { toCandidacyId, refused } = await standing(candidacy!, 'refused');
    expect(refused).toBe('SESSION_UNKNOWN');
    expect((await factsOf(toCandidacyId)).map(({ type, data }) => [type, data])).toEqual([
      ['TransferInRefused', { fromCandidacyId: candidacy, refused: 'SESSION_UNKNOWN' }],
    ]);
    expect((await ledger.as('registrar').get(`candidacies/${toCandidacyId}`)).status).toBe(404);

    const session = { session: 2, kind: 're-sit', opensOn: '2019-09-02', closesOn: '2019-09-20' };
    await record(`cohorts/${nextCohortId}/sessions`, session);
    const path = `candidacies/${candidacy}/transfers/${toCandidacyId}/settlements`;
    const settlement = { settlement: 'tried-again', reason: 'cause-removed', authority };
    await record(path, settlement);
    await standing(candidacy!, 'received');
    expect((await factsOf(toCandidacyId)).map(({ type }) => type)).toEqual([
      'TransferInRefused',
      'Enrolled',
      'TransferredIn',
      'EvaluationBroughtOver',
    ]);
    const twice = await ledger.as('registrar').post(path, settlement);
    expect([twice.status, twice.body.code]).toEqual([409, 'NO_REFUSED_TRANSFER']);
  });

  it('may be given up: the candidacy goes on where it was', async () => {
    const [, , candidacy] = room.candidacies;
    const evaluationId = await assessed(candidacy!, '9');
    await record(`candidacies/${candidacy}/transfers`, transfer({ toSession: 9, broughtOver: [result(evaluationId)] }));
    const { toCandidacyId } = await standing(candidacy!, 'refused');
    const meanwhile = room.rolePlay('12', { heldOn: '2019-04-02' });
    const ended = await ledger.as('assessor').post(`candidacies/${candidacy}/role-plays`, meanwhile);
    expect([ended.status, ended.body.code]).toEqual([409, 'CANDIDACY_ENDED']);
    await record(`candidacies/${candidacy}/transfers/${toCandidacyId}/settlements`, {
      ...{ settlement: 'resumed-here', reason: 'request-withdrawn', explanation: 'Reste finalement', authority },
    });
    const { settlement } = await standing(candidacy!, 'resumed-here');
    expect(settlement.reason).toEqual({ code: 'request-withdrawn', text: 'Reste finalement' });
    expect((await ledger.as('assessor').post(`candidacies/${candidacy}/role-plays`, meanwhile)).status).toBe(201);
  });

  it('are readmissions where they bring back', async () => {
    const [, , , candidacy] = room.candidacies;
    await record(`candidacies/${candidacy}/transfers`, transfer());
    const { toCandidacyId } = await standing(candidacy!, 'received');
    const back = transfer({ toCohortId: room.cohortId, toRoute: 'CQ', effectiveOn: '2019-05-02', reason: 'leave' });
    await record(`candidacies/${toCandidacyId}/transfers`, back);
    const returned = await standing(toCandidacyId, 'received');
    expect(returned.toCandidacyId).toBe(candidacy);
    expect((await factsOf(candidacy!)).map(({ type }) => type)).toEqual([
      'Enrolled',
      'TransferredOut',
      'Readmitted',
      'TransferredIn',
    ]);
  });

  it('are refused at once for what is wrong here', async () => {
    const [, , candidacy] = room.candidacies;
    const answers = await Promise.all(
      [
        { toCohortId: room.cohortId },
        { toCohortId: candidacy },
        { toRoute: 'CA' },
        { toSession: 1, broughtOver: [result(candidacy!)] },
        { toSession: 1 },
      ].map((changes) => ledger.as('registrar').post(`candidacies/${candidacy}/transfers`, transfer(changes))),
    );
    expect(answers.map(({ status, body }) => [status, body.code, body.pointer])).toEqual([
      [409, 'SAME_COHORT', '/toCohortId'],
      [409, 'COHORT_NOT_FOUND', '/toCohortId'],
      [409, 'ROUTE_CLOSED', '/toRoute'],
      [409, 'EVALUATION_NOT_FOUND', '/broughtOver/0/evaluationId'],
      [409, 'SESSION_UNKNOWN', '/toSession'],
    ]);
  });
});
