import { type Answer, fiche28684, onEachStore } from '@minutier/testing';

import { adoption, type Classroom, cohortOpening, FRAMEWORK, identityOf, openClassroom, RULES } from './classroom.js';

const authority = { code: 'director', document: 'DEC-2018-04' };
const SIRET = '73282932000074';

onEachStore(
  'Centres, and a cohort that changes',
  (ledger) => {
    let room: Classroom;
    let candidacy: string;
    let centreId: string;
    let habilitations: string;
    let last = '';

    const read = (path: string): Promise<Answer['body']> =>
      ledger.as('registrar').read(`${path}${path.includes('?') ? '&' : '?'}atLeast=${last}`);
    const record = async (path: string, body: object): Promise<Answer['body']> => {
      const receipt = await ledger.as('registrar').record(path, body);
      last = receipt.receipt;
      return receipt;
    };
    /** The code and the pointer with which a command is refused, and its status. */
    const refused = async (path: string, body: object) => {
      const { status, body: problem } = await ledger.as('registrar').post(path, body);
      return [status, problem.code, problem.pointer];
    };
    const mayDo = async (on: string) => (await read(`centres/${centreId}?on=${on}`)).entitlements;
    const inCohort = (noun: string) => `cohorts/${room.cohortId}/${noun}`;

    beforeAll(async () => {
      await ledger.tell('2018-10-02T08:00:00Z');
      room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
      [candidacy] = room.candidacies as [string];
      ({ id: centreId } = await record('centres', { siret: SIRET, code: 'CFA-LILLE' }));
      habilitations = `centres/${centreId}/habilitations`;
    });

    describe('a centre', () => {
      const entitlement = { number: FRAMEWORK.number, from: '2018-09-01', document: 'CONV-2018-07', authority };
      let habilitation: string;
      let evaluationId: string;

      it('is registered once, under a SIRET that exists', async () => {
        expect(await refused('centres', { siret: '73282932000075', code: 'CFA-LILLE' })).toEqual([
          409,
          'SIRET_INVALID',
          '/siret',
        ]);
        expect((await refused('centres', { siret: SIRET, code: 'CFA-NORD' }))[1]).toBe('CENTRE_ALREADY_REGISTERED');
        expect((await read('centres')).items).toMatchObject([{ centreId, siret: SIRET, code: 'CFA-LILLE' }]);
      });

      it('prepares no cohort and nobody, and evaluates nobody, before it is entitled to', async () => {
        const no = [409, 'CENTRE_NOT_ENTITLED', '/centreId'];
        expect(await refused('cohorts', { ...cohortOpening, code: 'LILLE', centreId })).toEqual(no);
        const { id: personId } = await record('persons', identityOf('PETIT'));
        const enrolment = { personId, route: 'CQ', enteredOn: '2018-10-01', centreId };
        expect(await refused(inCohort('candidacies'), enrolment)).toEqual(no);
        await ledger.tell('2019-01-15T16:00:00Z');
        const study = room.caseStudy('14', { centreId });
        expect(await refused(`candidacies/${candidacy}/case-studies`, study)).toEqual(no);
        await ledger.tell('2019-01-15T16:30:00Z');

        const both = { ...entitlement, scope: ['prepare', 'evaluate'] };
        await record(habilitations, both);
        expect((await refused(habilitations, { ...both, scope: ['evaluate'] }))[1]).toBe('PERIOD_OVERLAPS');
        await record('cohorts', { ...cohortOpening, code: 'LILLE', centreId });
        await record(inCohort('candidacies'), enrolment);
        ({ evaluationId } = await record(`candidacies/${candidacy}/case-studies`, study));
        const [granted] = (await read(`centres/${centreId}`)).habilitations;
        habilitation = `${habilitations}/${granted.habilitationId}`;
      });

      it('does nothing while it is suspended', async () => {
        await ledger.tell('2019-03-10T09:00:00Z');
        await record(`${habilitation}/suspensions`, { from: '2019-02-01', reason: 'control-failed', authority });
        const study = room.caseStudy('12', { modality: 'F3-M1', heldOn: '2019-02-15', centreId });
        const path = `candidacies/${candidacy}/case-studies`;
        expect((await refused(path, study))[1]).toBe('CENTRE_NOT_ENTITLED');
        expect(
          (await refused(`${habilitation}/suspensions`, { from: '2019-04-01', reason: 'complaint', authority }))[1],
        ).toBe('ALREADY_SUSPENDED');
        await record(`${habilitation}/resumptions`, { from: '2019-03-01', authority });
        expect(await mayDo('2019-02-28')).toEqual([{ number: FRAMEWORK.number, prepare: false, evaluate: false }]);
        expect(await mayDo('2019-03-01')).toEqual([{ number: FRAMEWORK.number, prepare: true, evaluate: true }]);
        await record(path, { ...study, heldOn: '2019-03-01' });
      });

      it('was entitled or not on the day, as it was known then and as it is known now', async () => {
        const path = `candidacies/${candidacy}/evaluations/${evaluationId}/centre`;
        const held = { evaluationId, heldOn: '2019-01-15', centreId, centre: { code: 'CFA-LILLE', siret: SIRET } };
        expect(await read(path)).toMatchObject({ ...held, entitled: true, habilitation: { document: 'CONV-2018-07' } });
        await ledger.tell('2019-06-01T09:00:00Z');
        await record(`${habilitation}/withdrawals`, { effectiveOn: '2019-01-10', reason: 'fraud', authority });
        expect(await read(path)).toMatchObject({ ...held, entitled: false, habilitation: null });
        expect(await read(`${path}?asOf=2019-05-31`)).toMatchObject({ ...held, entitled: true });
        const mark = (await read(`candidacies/${candidacy}`)).evaluations.find(
          (one: Answer['body']) => one.evaluationId === evaluationId,
        );
        expect(mark.outcome.result.value).toBe('14');
      });

      it('is the certifier itself where none is named', async () => {
        const path = `candidacies/${candidacy}/case-studies`;
        const own = await record(path, room.caseStudy('13', { modality: 'F7-M1', heldOn: '2019-05-14' }));
        const held = await read(`candidacies/${candidacy}/evaluations/${own.evaluationId}/centre`);
        expect(held).toMatchObject({ centreId: null, centre: null, entitled: null });
        const { status } = await ledger.as('registrar').get(`centres/${centreId}?on=2019-02-30`);
        expect(status).toBe(400);
      });
    });

    describe('the dates of a cohort', () => {
      const reason = 'organisation';

      it('move only from those that stand, and never away from what is there', async () => {
        const from = { startsOn: '2018-10-01', endsOn: '2019-09-30' };
        const moved = { from, startsOn: '2018-10-01', endsOn: '2019-12-20', reason, authority };
        const path = inCohort('reschedulings');
        expect(await refused(path, { ...moved, startsOn: '2018-09-01', endsOn: '2018-09-30' })).toEqual([
          409,
          'ENTERED_AFTER_COHORT',
          '/endsOn',
        ]);
        await record(path, moved);
        expect((await refused(path, moved))[1]).toBe('COHORT_CHANGED_MEANWHILE');

        const session = { session: 1, from: { opensOn: '2018-10-01', closesOn: '2019-07-04' }, reason, authority };
        const sessions = inCohort('session-reschedulings');
        expect(await refused(sessions, { ...session, opensOn: '2018-10-01', closesOn: '2019-05-13' })).toEqual([
          409,
          'EVALUATION_OUTSIDE',
          '/closesOn',
        ]);
        await record(sessions, { ...session, opensOn: '2018-10-01', closesOn: '2019-07-12' });
        const cohort = await read(`cohorts/${room.cohortId}`);
        expect(cohort).toMatchObject({ endsOn: '2019-12-20', sessions: [{ closesOn: '2019-07-12', closedOn: null }] });
      });

      it('end with a closing, which a reason undoes', async () => {
        await ledger.tell('2019-07-15T09:00:00Z');
        expect((await refused(inCohort('closures'), { closedOn: '2019-07-15' }))[1]).toBe('SESSION_STILL_OPEN');
        await record(inCohort('session-closures'), { session: 1, closedOn: '2019-07-13' });
        const late = room.caseStudy('11', { modality: 'F8-M1', heldOn: '2019-07-11' });
        const path = `candidacies/${candidacy}/case-studies`;
        expect((await refused(path, late))[1]).toBe('SESSION_CLOSED');
        await record(inCohort('closures'), { closedOn: '2019-07-15' });

        const next = { session: 2, kind: 're-sit', opensOn: '2019-09-02', closesOn: '2019-09-20' };
        expect((await refused(inCohort('sessions'), next))[1]).toBe('COHORT_CLOSED');
        const reopening = { session: 1, reason: 'late-mark', authority };
        expect((await refused(inCohort('session-reopenings'), reopening))[1]).toBe('COHORT_CLOSED');
        await record(inCohort('reopenings'), { reason: 'closed-in-error', authority });
        await record(inCohort('session-reopenings'), reopening);
        await record(path, late);
        await record(inCohort('sessions'), next);
        const closedThen = await read(`cohorts/${room.cohortId}`);
        expect(closedThen).toMatchObject({ closedOn: null, sessions: [{ closedOn: null }, { session: 2 }] });
      });
    });

    describe('the rules of a cohort', () => {
      const second = { id: RULES.id, version: 2 };
      const reason = 'error-in-rules';
      let communicatedAt: string;

      it('are made known to everyone enrolled, and to those listed', async () => {
        const path = inCohort('rules-communications');
        const first = { rules: RULES, channel: 'hand-delivery', communicatedOn: '2018-10-01', document: 'EMARG-01' };
        expect((await refused(path, { ...first, rules: second }))[1]).toBe('RULES_NOT_PINNED');
        await record(path, first);
        ({ recordedAt: communicatedAt } = (await read(path)).communications[0]);
        const stranger = { recipients: [{ candidacyId: room.cohortId }] };
        expect(await refused(path, { ...first, ...stranger })).toEqual([
          409,
          'MEMBER_UNKNOWN',
          '/recipients/0/candidacyId',
        ]);
      });

      it('are replaced by name, where every mark keeps its scale', async () => {
        const scales = [{ code: 'hundred', kind: 'numeric', min: '0', max: '100', step: '1' }];
        const blockRule = { threshold: '50' };
        await record('rules', { ...adoption, adoptedOn: '2019-02-01', scales, blockRule });
        await record('rules', { ...adoption, adoptedOn: '2019-02-02', blockRule: { threshold: '9' } });
        const third = { id: RULES.id, version: 3 };
        const repinning = { from: RULES, to: third, effectiveOn: '2019-03-15', reason, authority };
        const path = inCohort('rules-repinnings');
        expect(await refused(path, { ...repinning, to: second })).toEqual([409, 'SCALE_DROPPED', '/to']);
        expect((await refused(path, { ...repinning, to: { ...third, version: 4 } }))[1]).toBe('RULES_NOT_ADOPTED');
        await record(path, repinning);
        expect((await refused(path, repinning))[1]).toBe('RULES_CHANGED_MEANWHILE');
        const told = { rules: third, channel: 'e-mail', communicatedOn: '2019-03-10' };
        const recipients = [{ candidacyId: candidacy, informedOn: '2019-03-12', receipt: 'AR-0042' }];
        await record(inCohort('rules-communications'), { ...told, recipients });
      });

      it('say of each candidate which applied and when he was told', async () => {
        const [first, other] = room.candidacies;
        const of = async (one: string, asOf = '') =>
          (await read(`${inCohort('rules-communications')}?candidacy=${one}${asOf}`)).rules.map(
            ({ rules, effectiveOn, toldOn }: Answer['body']) => [rules.version, effectiveOn, toldOn],
          );
        expect(await of(first!)).toEqual([
          [1, '2018-10-01', '2018-10-01'],
          [3, '2019-03-15', '2019-03-12'],
        ]);
        expect(await of(other!)).toEqual([
          [1, '2018-10-01', '2018-10-01'],
          [3, '2019-03-15', null],
        ]);
        const minuteBefore = new Date(Date.parse(communicatedAt) - 60_000).toISOString();
        expect(await of(first!, `&asOf=${minuteBefore}`)).toEqual([[1, '2018-10-01', null]]);
        const { communications } = await read(inCohort('rules-communications'));
        expect(communications).toMatchObject([
          { audience: 'whole-cohort', recipients: [] },
          { audience: 'listed', recipients: [{ candidacyId: first, informedOn: '2019-03-12', receipt: 'AR-0042' }] },
        ]);
      });

      it('follow the fiche to another reading of it', async () => {
        const document = fiche28684() as { source: object };
        await record('frameworks', {
          document: { ...document, source: { ...document.source, sha256: '0'.repeat(64) } },
        });
        const to = { number: FRAMEWORK.number, version: 2 };
        const rules = { id: 'reglement-28684-bis', version: 1 };
        await record('rules', { ...adoption, rulesId: rules.id, framework: to, adoptedOn: '2019-04-01' });
        const repinning = { to, rules, effectiveOn: '2019-04-15', reason: 'source-misread', authority };
        const path = inCohort('framework-repinnings');
        expect((await refused(path, { ...repinning, rules: RULES }))[1]).toBe('RULES_OF_ANOTHER_FRAMEWORK');
        expect((await refused(path, { ...repinning, to: { number: 'RNCP1', version: 1 } }))[1]).toBe('OTHER_FRAMEWORK');
        await record(path, repinning);
        const cohort = await read(`cohorts/${room.cohortId}`);
        expect(cohort).toMatchObject({ framework: to, rules });
        expect(cohort.pins.map(({ effectiveOn }: Answer['body']) => effectiveOn)).toEqual([
          '2018-10-01',
          '2019-03-15',
          '2019-04-15',
        ]);
      });
    });
  },
  { program: 'test/journeys/simulated-clock-server.js' },
);
