import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Answer, CAST, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, openClassroom, sessionOpening } from './classroom.js';

const FACTS = 'Deux pages reprises du site Grimbosq';
const STATEMENT = 'Oubli des guillemets de Fulgence';
const TIE = 'Belle-soeur Ondinette';
const TITLE = 'Bachelier en communication de Wolnemarivaux';
const [BC01, BC02] = ['RNCP28684BC01', 'RNCP28684BC02'];
const authority = { code: 'director', document: 'NOTE-31' };

onEachStore('What is decided about a candidate beside his marks', (ledger) => {
  let room: Classroom;
  const registrar = () => ledger.as('registrar');
  const of = (candidate: number, path: string) => `candidacies/${room.candidacies[candidate]}/${path}`;
  const give = (candidate: number, path: string, body: object, headers = {}): Promise<Answer['body']> =>
    registrar().record(of(candidate, path), body, headers);
  const standing = async (candidate: number, { receipt }: Answer['body'], asOf = ''): Promise<Answer['body']> =>
    registrar().read(`${of(candidate, 'standing')}?atLeast=${receipt}${asOf}`);

  async function refused(candidate: number, path: string, body: object): Promise<string[]> {
    const { status, body: problem } = await registrar().post(of(candidate, path), body);
    return [status, problem.code, problem.pointer].map(String);
  }

  const equivalence = (changes: object = {}) => ({
    level: 'block',
    code: BC01,
    source: { number: 'foreign', obtainedOn: '2016-07-05' },
    sourceTitle: TITLE,
    documentSeen: 'DIPLOME-2016-118',
    decidedOn: '2018-11-12',
    authority: { code: 'equivalence-board', document: 'PV-EQ-2018-04' },
    ...changes,
  });
  const freeze = (changes: object = {}) => ({ session: 1, reason: 'before-jury', authority, ...changes });

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT', 'ROUX', 'MOREL']);
    const reSits = { ...sessionOpening, session: 2, kind: 're-sit', opensOn: '2019-09-02', closesOn: '2019-09-20' };
    await registrar().record(`cohorts/${room.cohortId}/sessions`, reSits);
  });

  it('shows an equivalence by code and label, covers its lines, and keeps what revoked it', async () => {
    const granted = await give(0, 'equivalences', equivalence());
    const covered = await ledger
      .as('assessor')
      .post(of(0, 'case-studies'), room.caseStudy('14', { modality: 'F8-M1' }));
    expect([covered.status, covered.body.code]).toEqual([409, 'PLACE_COVERED']);
    expect(await refused(0, 'equivalences', equivalence({ level: 'function', code: 'F9' }))).toEqual([
      '409',
      'EQUIVALENCE_ALREADY_GRANTED',
      '/code',
    ]);

    const before = await standing(0, granted);
    const label = "Mesurer l'efficacité du projet de communication 360°";
    expect(before.equivalences).toMatchObject([
      {
        equivalenceId: granted.equivalenceId,
        label,
        block: { code: BC01, label },
        source: { number: 'foreign', block: null, title: TITLE },
        recordedBy: { id: registrar().actorId, role: 'registrar' },
        ended: null,
      },
    ]);
    const revocation = { reason: 'document-false', explanation: 'Diplôme inconnu.', authority };
    const revoked = await give(0, `equivalences/${granted.equivalenceId}/revocations`, revocation);
    expect((await standing(0, revoked)).equivalences).toMatchObject([
      { ended: { reason: { code: 'document-false', text: 'Diplôme inconnu.' }, authority } },
    ]);
    const { ordinal } = before.asOf;
    expect(ordinal).toBeLessThan((await standing(0, revoked)).asOf.ordinal);
    expect((await standing(0, revoked, `&asOf=${before.asOf.effectiveAt}`)).equivalences).toMatchObject([
      { ended: null },
    ]);
    await ledger.as('assessor').record(of(0, 'case-studies'), room.caseStudy('14', { modality: 'F8-M1' }));
  });

  it('carries over no block that the person does not hold', async () => {
    const carryOver = { block: BC02, awardIds: [uuid()], decidedOn: '2018-11-12', authority };
    expect(await refused(0, 'carry-overs', carryOver)).toEqual(['409', 'AWARD_UNKNOWN', '/awardIds/0']);
    expect(await refused(0, `carry-overs/${uuid()}/revocations`, { reason: 'award-annulled', authority })).toContain(
      'CARRY_OVER_UNKNOWN',
    );
  });

  it('keeps an assessor off by a tie, whose words are sealed under his own key', async () => {
    const tie = { assessorId: ledger.cast.assessor, kind: 'relative', source: 'reported', mayAssess: false, text: TIE };
    const key = { 'idempotency-key': uuid() };
    const body = { ...tie, declaredOn: '2018-10-08', authority };
    const declared = await give(1, 'assessor-links', body, key);
    expect(await give(1, 'assessor-links', body, key)).toEqual(declared);
    const other = await registrar().post(of(1, 'assessor-links'), { ...body, text: 'Autre' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);

    const { status, body: problem } = await ledger.as('assessor').post(of(1, 'case-studies'), room.caseStudy('14'));
    expect([status, problem.code]).toEqual([409, 'ASSESSOR_LINKED']);
    expect((await standing(1, declared)).assessorLinks).toMatchObject([{ linkId: declared.linkId, text: TIE }]);
    const sealedUnder = async (type: string): Promise<string[]> => {
      const { items } = await registrar().read(`audit/events?candidacy=${room.candidacies[1]}&type=${type}`);
      return items.map(({ data }: Answer['body']) => (data.text ?? data.reason.text).keyId);
    };
    const clearing = { reason: 'declared-in-error', explanation: 'Homonyme.', authority };
    await give(1, `assessor-links/${declared.linkId}/clearings`, clearing);
    const cleared = await give(1, 'assessor-links', body);
    await standing(1, cleared);
    const [first, again] = await sealedUnder('AssessorLinkDeclared');
    expect(first).toBe(again);
    expect(await sealedUnder('AssessorLinkCleared')).not.toContain(first);
    expect(await refused(1, 'assessor-links', { ...body, assessorId: uuid() })).toContain('ASSESSOR_UNKNOWN');
  });

  it('hears before it sanctions, and shows the facts to whoever may read them', async () => {
    const { evaluationId } = await ledger.as('assessor').record(of(2, 'case-studies'), room.caseStudy('14'));
    const incident = { kind: 'plagiarism-suspected', occurredOn: '2019-01-15', evaluationId, facts: FACTS };
    const { incidentId } = await give(2, 'incidents', incident);
    const sanction = { decidedOn: '2019-02-11', kind: 'excluded', reason: 'plagiarism', authority };
    const path = `incidents/${incidentId}`;
    expect(await refused(2, `${path}/sanctions`, sanction)).toEqual(['409', 'HEARING_REQUIRED', '/decidedOn']);

    const hearing = { heardOn: '2019-02-04', came: false, heardBy: [ledger.cast.registrar], assisted: false };
    expect(await refused(2, `${path}/hearings`, hearing)).toEqual(['409', 'NOT_SUMMONED', '/came']);
    const summons = { purpose: 'hearing', incidentId, dueAt: '2019-02-04T09:00:00+01:00', sentOn: '2019-01-21' };
    const { summonsId } = await give(2, 'summonses', { ...summons, channel: 'registered-post', proof: 'RECO-412' });
    await give(2, `${path}/hearings`, { ...hearing, came: true, statement: STATEMENT });
    const { sanctionId } = await give(2, `${path}/sanctions`, sanction);
    expect(await refused(2, `${path}/sanctions`, sanction)).toContain('SANCTION_ALREADY_DECIDED');
    const attempt = { modality: 'F8-M1', occurrence: 1, attempt: 1, reason: 'technical-failure', authority };
    expect(await refused(2, 'attempt-grants', attempt)).toContain('SANCTION_BARS');
    const lifting = { liftedOn: '2019-02-11', reason: 'decided-in-error', authority };
    await give(2, `sanctions/${sanctionId}/liftings`, lifting);
    const granted = await give(2, 'attempt-grants', attempt);

    const shown = await standing(2, granted);
    expect(shown.incidents).toMatchObject([
      { incidentId, facts: FACTS, hearings: [{ summonsId, statement: STATEMENT }] },
    ]);
    expect(shown.sanctions).toMatchObject([{ sanctionId, kind: 'excluded', ended: { liftedOn: '2019-02-11' } }]);
    expect(shown.attemptsGranted).toMatchObject([{ line: { code: 'F8-M1', block: { code: BC01 } } }]);
    expect(shown.identity).toMatchObject({ birthName: 'PETIT' });
  });

  it('freezes a session for everybody at once, says who could not be, and completes it when repeated', async () => {
    const path = `cohorts/${room.cohortId}/sessions/1/freezes`;
    const key = { 'idempotency-key': uuid() };
    const body = { reason: 'before-jury', explanation: 'Veille du jury.', authority };
    const first = await give(0, 'freezes', freeze());
    await standing(0, first);
    const answer = await registrar().record(path, body, key);
    const outcomes = Object.fromEntries(
      answer.candidacies.map(({ candidacyId, outcome }: Answer['body']) => [candidacyId, outcome]),
    );
    expect(room.candidacies.map((id) => outcomes[id])).toEqual(['already-frozen', ...Array(4).fill('frozen')]);
    expect(await registrar().record(path, body, key)).toMatchObject({ candidacies: answer.candidacies });
    const counts = await Promise.all(
      room.candidacies.map(async (_, index) => {
        const given = answer.candidacies.find(
          ({ candidacyId }: Answer['body']) => candidacyId === room.candidacies[index],
        );
        const { freezes, frozenSessions } = await standing(index, { receipt: given.receipt ?? first.receipt });
        return [frozenSessions, freezes.map(({ evaluationsInForce }: Answer['body']) => evaluationsInForce)];
      }),
    );
    expect(counts.map(([sessions]) => sessions)).toEqual(Array(5).fill([1]));
    expect(counts.map(([, evaluations]) => evaluations)).toEqual([[1], [0], [1], [0], [0]]);
  });

  it('bars marks and equivalences from a freeze on, until somebody lifts it with a reason', async () => {
    const mark = room.caseStudy('12');
    const late = await ledger.as('assessor').post(of(3, 'case-studies'), mark);
    expect([late.status, late.body.code]).toEqual([409, 'MARKS_FROZEN']);
    expect(await refused(3, 'equivalences', equivalence())).toContain('MARKS_FROZEN');
    expect(await refused(3, 'freezes', freeze())).toEqual(['409', 'ALREADY_FROZEN', '/session']);
    const lifting = { reason: 'late-mark', explanation: 'Copie retrouvée.', authority };
    await give(3, 'freezes/1/liftings', lifting);
    expect(await refused(3, 'freezes/1/liftings', lifting)).toContain('NOT_FROZEN');
    await ledger.as('assessor').record(of(3, 'case-studies'), mark);
    const frozen = await give(3, 'freezes', freeze({ reason: 'after-late-mark' }));
    const { freezes } = await standing(3, frozen);
    expect(freezes).toMatchObject([
      { reason: { text: 'Veille du jury.' }, ended: { reason: { code: 'late-mark', text: 'Copie retrouvée.' } } },
      { evaluationsInForce: 1, reason: { code: 'after-late-mark' }, ended: null },
    ]);
  });

  it('refuses to freeze what does not exist', async () => {
    const body = { reason: 'before-jury', authority };
    const answers = await Promise.all([
      registrar().post(`cohorts/${room.cohortId}/sessions/3/freezes`, body),
      registrar().post(`cohorts/${uuid()}/sessions/1/freezes`, body),
      registrar().post(`cohorts/${room.cohortId}/sessions/first/freezes`, body),
      registrar().post(`candidacies/${uuid()}/freezes`, freeze()),
    ]);
    expect(answers.map(({ status, body: { code, errors } }) => [status, errors?.[0].code ?? code])).toEqual([
      [409, 'SESSION_UNKNOWN'],
      [404, 'COHORT_NOT_FOUND'],
      [400, 'NOT_AN_INTEGER'],
      [404, 'CANDIDACY_NOT_FOUND'],
    ]);
  });

  it('keeps every word about a person sealed', async () => {
    const names = await readdir(ledger.folder, { recursive: true });
    const bytes = await Promise.all(
      names.map((name) => readFile(join(ledger.folder, name)).catch(() => Buffer.alloc(0))),
    );
    const kept = [...bytes, ledger.standInBytes ?? Buffer.alloc(0), Buffer.from(ledger.output)];
    const secrets = [FACTS, STATEMENT, TIE, TITLE, CAST.assessor.name, 'Veille du jury'];
    expect(secrets.filter((secret) => kept.some((one) => one.includes(secret)))).toEqual([]);
  });
});
