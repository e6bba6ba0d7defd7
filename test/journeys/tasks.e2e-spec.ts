import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';
import { FACT_WRITING, writeFacts } from './fact-writing.js';

type Told = Answer['body'];

const authority = { code: 'examination-office', document: 'NOTE-12' };
const reasonOf = (code: string) => ({ code, text: null });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const RULES = { id: 'reglement-28684', version: 1 };

/** A sheet without its lines, which no reaction then carries into a file. */
function sheetOf({ cohortId }: Classroom, markSheetId: string): [string, object] {
  const place = { modality: 'F5-M1', occurrence: 1, centreId: null, heldOn: '2019-02-05', sittingId: null };
  const work = { written: true, oral: false, language: 'fr', taskCode: 'EC-1', partners: [], byAnonymityNumber: false };
  const header = {
    markSheetId,
    cohortId,
    kind: 'case-study',
    ...place,
    ...work,
    file: null,
    lineCount: 0,
    rules: RULES,
  };
  return ['MarkSheetAccepted', header];
}

/** A reattribution that asks nothing of any file. */
function reattributionOf(reattributionId: string): [string, object] {
  const decided = { reattributionId, decidedOn: '2019-02-12', reason: reasonOf('swapped'), authority };
  return ['ReattributionDecided', { ...decided, candidacyIds: [], moveCount: 0 }];
}

onEachStore(
  'What waits for a person',
  (ledger) => {
    let room: Classroom;
    let other: Classroom;
    let first: string;
    let second: string;
    let third: string;

    const registrar = () => ledger.as('registrar');
    const tasks = async (query = ''): Promise<Told[]> => (await registrar().read(`tasks?limit=500${query}`)).items;
    const kinds = async (query = ''): Promise<string[]> => (await tasks(query)).map(({ kind }) => kind);
    const only = async (kind: string): Promise<Told> => {
      const found = await tasks(`&kind=${kind}`);
      expect(found).toHaveLength(1);
      return found[0];
    };
    const none = (kind: string) => eventually(async () => expect(await tasks(`&kind=${kind}`)).toEqual([]));
    const write = (candidacy: string, ...facts: readonly [string, object][]) =>
      writeFacts(ledger, `candidacy-${candidacy}`, ...facts);

    beforeAll(async () => {
      room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT']);
      other = await openClassroom(ledger, ['MOREL'], '2018-2019-LYON');
      [first, second, third] = room.candidacies as [string, string, string];
    });

    it('is nothing at first', async () => {
      expect(await tasks()).toEqual([]);
    });

    it('is a refused line of a group work, until somebody settles it', async () => {
      const study = room.groupRolePlay('12', [{ candidacyId: first }, { candidacyId: second }]);
      const path = `cohorts/${room.cohortId}/group-role-plays`;
      await ledger.as('assessor').record(path, study);
      await eventually(async () => {
        const { evaluations } = await registrar().read(`candidacies/${first}`);
        expect(evaluations).toHaveLength(1);
      });
      const again = room.groupRolePlay('11', [{ candidacyId: first }, { candidacyId: third }]);
      const work = await ledger.as('assessor').record(path, again);
      const task = await eventually(() => only('refused-line'));
      expect(task).toMatchObject({
        cohortId: room.cohortId,
        candidate: { candidacyId: first, name: 'Camille MARTIN' },
        due: null,
        overdue: false,
        since: expect.stringMatching(/^\d{4}-/),
      });
      expect(task.todo).toMatch(
        /^La ligne n° 1 du travail de groupe n’a pu être enregistrée dans le dossier de Camille MARTIN \(n° .+\) : cette épreuve est déjà enregistrée pour cette tentative\. À faire/,
      );
      expect(task.links.map(({ href }: Told) => href)).toContain(`/api/v1/group-works/${work.id}`);
      for (const { href } of task.links) expect((await fetch(`${ledger.url}${href}`)).status).toBe(200);

      const { asOf } = await registrar().read('tasks');
      const settlement = {
        groupWorkId: work.id,
        line: 1,
        candidacyId: first,
        settlement: 'dropped',
        eventId: null,
        reason: reasonOf('already-recorded'),
        authority,
      };
      await writeFacts(ledger, `groupwork-${work.id}`, ['GroupWorkLineSettled', settlement]);
      await none('refused-line');
      expect(await kinds(`&kind=refused-line&asOf=${asOf.effectiveAt}`)).toEqual(['refused-line']);
    });

    it('is a refused line of a sheet, and a refused reattribution', async () => {
      const [markSheetId, reattributionId] = [uuid(), uuid()];
      const line = { markSheetId, line: 1, candidacyId: second, refused: 'MARKS_FROZEN' };
      const accepted = sheetOf(room, markSheetId);
      await writeFacts(ledger, `marksheet-${markSheetId}`, accepted, ['SheetLineReportedRefused', line]);
      expect((await only('refused-line')).todo).toContain('La ligne n° 1 de la feuille de notes');
      const settled = {
        ...line,
        settlement: 'tried-again',
        eventId: null,
        reason: reasonOf('cause-removed'),
        authority,
      };
      await writeFacts(ledger, `marksheet-${markSheetId}`, ['SheetLineSettled', settled]);
      await none('refused-line');
      const refused = { reattributionId, candidacyId: second, moves: [1], refused: 'DECISION_STANDS' };
      const decided = reattributionOf(reattributionId);
      await writeFacts(ledger, `reattribution-${reattributionId}`, decided, ['ReattributionReportedRefused', refused]);
      expect((await only('refused-reattribution')).todo).toContain('une décision de jury est en vigueur');
      const reversed = { ...refused, settlement: 'reversed', reversedBy: uuid(), reason: reasonOf('decided-in-error') };
      await writeFacts(ledger, `reattribution-${reattributionId}`, [
        'ReattributionSettled',
        { ...reversed, authority },
      ]);
      await none('refused-reattribution');
    });

    it('is an incident: first a hearing, then a decision', async () => {
      const incidentId = uuid();
      const incident = {
        incidentId,
        kind: 'fraud-suspected',
        occurredOn: '2019-02-05',
        sittingId: null,
        evaluationId: null,
        modality: null,
        occurrence: null,
        attempt: null,
        reportedBy: ledger.cast.assessor,
        facts: { seal: 'Un téléphone sous la copie.', person: uuid() },
      };
      await write(second, ['IncidentReported', incident]);
      const task = await only('incident');
      expect(task.todo).toContain('une suspicion de fraude attend une audition');
      expect(JSON.stringify(task)).not.toContain('téléphone');
      const hearing = { incidentId, summonsId: null, heardOn: '2019-02-12', came: true, heardBy: [], assisted: false };
      await write(second, ['CandidateHeard', { ...hearing, statement: null }]);
      expect((await only('incident')).todo).toContain('attend une décision');
      const sanction = { sanctionId: uuid(), incidentId, decidedOn: '2019-02-15', kind: 'none', evaluations: [] };
      const decided = { ...sanction, session: null, until: null, reason: reasonOf('not-established'), authority };
      await write(second, ['SanctionDecided', decided]);
      await none('incident');
    });

    it('is a second blind mark, whoever has given the first', async () => {
      const evaluationId = uuid();
      const mark = { seal: 'douze', person: uuid() };
      const place = { modality: 'F5-M1', occurrence: 1, attempt: 1, entry: 1, session: 1, heldOn: '2019-02-05' };
      const rules = { id: 'reglement-28684', version: 1 };
      const blind = { evaluationId, ...place, mark, appreciation: null, marksExpected: 2, rules };
      await write(second, ['BlindMarkSubmitted', { ...blind, assessorId: ledger.cast.assessor }]);
      expect((await only('blind-marks')).todo).toContain('1 note sur 2 en double aveugle (déposée par Alix ROUSSEAU)');
      await write(second, ['BlindMarkSubmitted', { ...blind, assessorId: ledger.cast.secondAssessor }]);
      expect((await only('blind-marks')).todo).toContain('sans résultat arrêté');
      const withdrawal = { evaluationId, reason: reasonOf('keying-error'), authority };
      await write(
        second,
        ['BlindMarkWithdrawn', { ...withdrawal, assessorId: ledger.cast.assessor }],
        ['BlindMarkWithdrawn', { ...withdrawal, assessorId: ledger.cast.secondAssessor }],
      );
      await none('blind-marks');
    });

    it('is each candidacy that rests on an award that fell', async () => {
      const { personId } = await registrar().read(`candidacies/${third}`);
      const [awardId, carryOverId] = [uuid(), uuid()];
      const framework = { number: 'RNCP28684', version: 1 };
      const award = { awardId, personId, framework, block: 'RNCP28684BC01' };
      const carried = { carryOverId, block: 'RNCP28684BC01', awards: [award], correspondenceId: null, link: null };
      await write(third, ['BlockCarriedOver', { ...carried, decidedOn: '2019-01-10', authority }]);
      expect(await kinds('&kind=fallen-award')).toEqual([]);
      const held = {
        awardId,
        framework,
        block: 'RNCP28684BC01',
        obtainedOn: '2016-07-01',
        document: 'PV-2016',
        authority,
      };
      const withdrawn = { awardId, reason: reasonOf('document-false'), authority };
      await writeFacts(
        ledger,
        `person-${personId}`,
        ['LegacyBlockRegistered', held],
        ['LegacyBlockWithdrawn', withdrawn],
      );
      const task = await only('fallen-award');
      expect(task.candidate).toMatchObject({ candidacyId: third, name: 'Camille PETIT' });
      expect(task.todo).toContain('la reprise du bloc RNCP28684BC01 « Mesurer l');
      await write(third, ['CarryOverRevoked', { carryOverId, reason: reasonOf('award-annulled'), authority }]);
      await none('fallen-award');
    });

    it('is a deadline: a leave that should be over, a jury due, an answer due, an entitlement that ends', async () => {
      const leave = { from: '2019-02-01', expectedUntil: '2019-04-30', reason: 'leave', authority };
      await registrar().record(`candidacies/${first}/suspensions`, leave);
      const suspension = await eventually(() => only('suspension'));
      expect(suspension).toMatchObject({ due: '2019-04-30', overdue: true });
      const resumption = { resumedOn: '2019-05-02', authority };
      await registrar().record(`candidacies/${first}/resumptions`, resumption);
      await none('suspension');

      const file = { fileId: uuid(), feasibilityId: uuid(), filedOn: '2019-02-20', scope: 'title', blocks: [] };
      await write(second, ['ValidationFileFiled', { ...file, juryDueBy: '2019-05-20', document: 'VAE-12' }]);
      expect(await only('vae-jury')).toMatchObject({ due: '2019-05-20', overdue: true, cohortId: room.cohortId });

      const { personId } = await registrar().read(`candidacies/${second}`);
      const request = { requestId: uuid(), right: 'access', receivedOn: inDays(-3), identityChecked: true };
      const received = { ...request, lodgedBy: 'person', dueBy: inDays(27), document: null };
      await writeFacts(ledger, `person-${personId}`, ['DataRequestReceived', received]);
      const waiting = await only('data-request');
      expect(waiting).toMatchObject({ due: inDays(27), overdue: false });
      expect(waiting.todo).toContain('Camille DURAND');

      const centreId = uuid();
      const granted = { scope: ['evaluate'], number: 'RNCP28684', from: '2018-09-01', document: 'HAB-1', authority };
      await writeFacts(
        ledger,
        `centre-${centreId}`,
        ['CentreRegistered', { centreId, siret: '12345678900012', code: 'LYON-2' }],
        ['HabilitationGranted', { ...granted, habilitationId: uuid(), until: inDays(30) }],
        ['HabilitationGranted', { ...granted, habilitationId: uuid(), scope: ['prepare'], until: inDays(400) }],
      );
      expect((await only('habilitation')).todo).toContain(
        'L’habilitation du centre LYON-2 pour RNCP28684 prend fin le',
      );
      const next = { ...granted, habilitationId: uuid(), from: inDays(31), until: null };
      await writeFacts(ledger, `centre-${centreId}`, ['HabilitationGranted', next]);
      await none('habilitation');
    });

    it('is a transfer that was not received, and is asked by cohort, kind, page and moment', async () => {
      const [away] = other.candidacies as [string];
      const refused = { toCandidacyId: uuid(), refused: 'COHORT_CLOSED' };
      await write(away, ['TransferReportedRefused', refused]);
      expect((await only('refused-transfer')).todo).toContain('la promotion est close');
      expect(await kinds(`&cohort=${other.cohortId}`)).toEqual(['refused-transfer']);
      expect(await kinds(`&cohort=${room.cohortId}`)).toEqual(['vae-jury']);
      expect(await kinds()).toEqual(['vae-jury', 'data-request', 'refused-transfer']);

      const page = await registrar().read('tasks?limit=2');
      expect(page.items.map(({ kind }: Told) => kind)).toEqual(['vae-jury', 'data-request']);
      const rest = await registrar().read(page.next);
      expect([rest.items.map(({ kind }: Told) => kind), rest.next]).toEqual([['refused-transfer'], null]);
      expect(await kinds('&asOf=2001-01-01')).toEqual([]);

      const bad = await registrar().get('tasks?kind=lost');
      expect([bad.status, bad.body.code, bad.body.parameter]).toEqual([400, 'NOT_A_CHOICE', 'kind']);
    });

    it('is a part of a read model that a fact has put out of order', async () => {
      await write(uuid(), ['BlockCarriedOver', { carryOverId: uuid() }]);
      const { items, incomplete } = await registrar().read('tasks?kind=quarantine');
      expect(incomplete).toBe(true);
      expect(items.map(({ todo }: Told) => todo)).toContainEqual(
        expect.stringMatching(/^Une partie de la vue task_list attend d’être relue/),
      );
      const { asOf } = await registrar().read('tasks');
      expect(await kinds(`&kind=quarantine&asOf=${asOf.effectiveAt}`)).toEqual([]);
    });
  },
  FACT_WRITING,
);
