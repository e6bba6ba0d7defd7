import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, onTwenty, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';
import { FACT_WRITING, writeFacts } from './fact-writing.js';

type Told = Answer['body'];

const authority = { code: 'examination-office', document: 'NOTE-12' };
const OFFICE = { code: 'pedagogical-council', document: 'PV-CP-2019-03' };

onEachStore(
  'The story of a thing',
  (ledger) => {
    let room: Classroom;
    let candidacy: string;
    let personId: string;
    let other: string;
    const evaluations: Record<string, string> = {};
    const [centreId, habilitationId] = [uuid(), uuid()];
    let latest = '';
    let beforeCorrections: Told;

    const registrar = () => ledger.as('registrar');
    async function record(path: string, body: object, who: 'registrar' | 'assessor' = 'registrar'): Promise<Told> {
      const answer = await ledger.as(who).record(path, body);
      latest = answer.receipt;
      return answer;
    }
    const story = (of: string, more = ''): Promise<Told> =>
      registrar().read(`audit/story?of=${of}&atLeast=${latest}${more}`);
    const wordsOf = ({ items }: Told): string => items.map(({ sentence }: Told) => sentence).join('\n');
    const sentenceOf = ({ items }: Told, type: string): string =>
      items.find((item: Told) => item.type === type)?.sentence ?? `no ${type}`;
    const sealed = (text: string) => ({ seal: text, person: personId });
    beforeAll(async () => {
      room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
      [candidacy, other] = room.candidacies as [string, string];
      ({ personId } = await registrar().read(`candidacies/${candidacy}`));
      await writeFacts(
        ledger,
        `centre-${centreId}`,
        ['CentreRegistered', { centreId, siret: '12345678900012', code: 'LYON-2' }],
        [
          'HabilitationGranted',
          {
            habilitationId,
            scope: ['evaluate'],
            number: 'RNCP28684',
            from: '2018-09-01',
            until: '2019-08-31',
            document: 'HAB-2018-07',
            authority,
          },
        ],
      );
      await enter();
      await assess();
      await change();
      await asAGroup();
    });

    async function enter(): Promise<void> {
      const entryProof = { kind: 'training-contract', document: 'CONV-2018-0031' };
      const proven = { enteredOn: '2018-09-17', entryProof, reason: 'proof-received', authority };
      await record(`candidacies/${candidacy}/entry-proofs`, proven);
      const told = {
        communicationId: uuid(),
        rules: { id: 'reglement-28684', version: 1 },
        channel: 'e-mail',
        communicatedOn: '2018-10-08',
        audience: 'whole-cohort',
        document: 'ENVOI-2018-10',
        recipientCount: 0,
      };
      await writeFacts(ledger, `cohort-${room.cohortId}`, ['RulesCommunicated', told]);
    }

    async function assess(): Promise<void> {
      const grid = {
        id: 'GRILLE-EC',
        version: 1,
        criteria: [{ code: 'C1', result: { scale: 'twenty', value: '11' } }],
      };
      const assessors = [{ assessorId: ledger.cast.assessor, result: { scale: 'twenty', value: '11' }, grid }];
      const conduct = { assessors, agreedBy: 'single', written: true, oral: false };
      const study = await record(
        `candidacies/${candidacy}/case-studies`,
        room.caseStudy('11', { conduct }),
        'assessor',
      );
      evaluations.study = study.evaluationId;
      for (const [name, heldOn] of [
        ['entitled', '2019-03-12'],
        ['late', '2019-05-14'],
      ] as const) {
        const place = { modality: 'F3-M1', occurrence: name === 'late' ? 2 : 1, heldOn, centreId };
        const held = await record(`candidacies/${candidacy}/case-studies`, room.caseStudy('12', place), 'assessor');
        evaluations[name] = held.evaluationId;
      }
      const ended = { habilitationId, effectiveOn: '2019-05-01', reason: { code: 'fraud', text: null }, authority };
      await writeFacts(ledger, `centre-${centreId}`, ['HabilitationWithdrawn', ended]);
      const evidence = {
        evidenceId: uuid(),
        about: { kind: 'evaluation', id: evaluations.study },
        what: 'copy',
        digest: { alg: 'HMAC-SHA-256', keyId: uuid(), value: '5d'.repeat(32) },
        mediaType: 'application/pdf',
        sizeBytes: 120_000,
        place: 'ARCHIVE-B2',
        retentionClass: 'copies',
      };
      await writeFacts(ledger, `candidacy-${candidacy}`, ['EvidenceAttached', evidence]);
    }

    async function change(): Promise<void> {
      const path = `candidacies/${candidacy}/evaluations/${evaluations.study}/corrections`;
      ({ asOf: beforeCorrections } = await registrar().read('cohorts'));
      await record(path, room.correction('13', { explanation: 'Une page retournée avait été oubliée.' }));
      const frozen = { session: 1, evaluationsInForce: 3, reason: { code: 'before-jury', text: null }, authority };
      const lifted = {
        session: 1,
        reason: { code: 'late-mark', text: sealed('Copie du 15 janvier.') },
        authority: OFFICE,
      };
      await writeFacts(ledger, `candidacy-${candidacy}`, ['MarksFrozen', frozen], ['MarksUnfrozen', lifted]);
      await record(path, room.correction('14.5', { reason: 'grid-miscalculated', authority: OFFICE }));
    }

    async function asAGroup(): Promise<void> {
      const deviation = { code: 'individual-part', text: 'A porté seul la présentation de DURAND-CONSEIL.' };
      const members = [{ candidacyId: candidacy }, { candidacyId: other, outcome: onTwenty('15'), deviation }];
      const work = await record(
        `cohorts/${room.cohortId}/group-role-plays`,
        room.groupRolePlay('13.5', members),
        'assessor',
      );
      await eventually(async () => {
        const { lines } = await registrar().read(`group-works/${work.id}?atLeast=${work.receipt}`);
        expect(lines.map(({ standing }: Told) => standing)).toEqual(['recorded', 'recorded']);
      });
    }

    it('says why there is this result: marks, grids, rules, calculation, decision and reason', async () => {
      const told = await story('block:RNCP28684BC03', `&candidacy=${candidacy}`);
      const words = wordsOf(told);
      for (const said of [
        'la ligne F1-M1 « 1 étude de cas théorique, individuelle et écrite »',
        'bloc RNCP28684BC03 « Participer à la définition du projet de communication 360° »',
        '11,00 sur 20',
        'Alix ROUSSEAU a rempli la grille GRILLE-EC (version 1) : critère C1 : 11,00 sur 20',
        'de 11,00 sur 20 à 13,00 sur 20',
        'Motif : erreur de saisie : « Une page retournée avait été oubliée. »',
        'règlement reglement-28684, version 1, adopté le 28 juin 2018 par le conseil pédagogique (pièce PV-CP-2018-06)',
        'Un bloc est proposé à la validation à partir de 10,00 sur 20 de moyenne.',
      ])
        expect(words).toContain(said);
      expect(told.conclusion).toMatch(
        /^Selon le calcul n° \d et le règlement reglement-28684.*RNCP28684BC03.*Le jury décide\.$/,
      );
      expect(words).not.toContain('F6-M1');
    });

    it('says what lies under a mark', async () => {
      const told = await story(`evaluation:${evaluations.study}`);
      expect(sentenceOf(told, 'EvidenceAttached')).toContain(
        'Une copie est versée à l’appui de l’évaluation de la ligne F1-M1',
      );
      expect(sentenceOf(told, 'EvidenceAttached')).toContain('ARCHIVE-B2');
      const [assessed] = told.items.filter(({ type }: Told) => type === 'CaseStudyAssessed');
      expect(assessed.sentence).toContain('Un seul évaluateur : Alix ROUSSEAU, 11,00 sur 20.');
      expect(assessed.sentence).toContain('Sujet EC-2019-03.');
      expect(assessed.links.map(({ rel }: Told) => rel)).toEqual(
        expect.arrayContaining(['command', 'rules', 'grid', 'evidence']),
      );
      for (const { href } of assessed.links) expect((await fetch(`${ledger.url}${href}`)).status).toBe(200);
      expect(told.conclusion).toContain('14,50 sur 20');
    });

    it('says which rules applied, and when the candidate was told', async () => {
      const told = await story(`candidacy:${candidacy}`);
      expect(sentenceOf(told, 'RulesCommunicated')).toContain(
        'a été porté à la connaissance de toute la promotion le 8 octobre 2018, par courriel (preuve ENVOI-2018-10)',
      );
      expect(sentenceOf(told, 'RulesAdopted')).toContain(
        'Le règlement reglement-28684, version 1, a été adopté le 28 juin 2018',
      );
      expect(sentenceOf(told, 'CohortOpened')).toContain(
        'La promotion 2018-2019-PARIS a été ouverte du 1er octobre 2018',
      );
    });

    it('says who changed a mark, before or after the freeze, and on what authority', async () => {
      const told = await story(`evaluation:${evaluations.study}`);
      const corrections = told.items.filter(({ type }: Told) => type === 'EvaluationCorrected');
      expect(corrections).toHaveLength(2);
      expect(corrections[0].sentence).toContain('Les notes de la session 1 n’étaient pas encore arrêtées.');
      expect(corrections[0].sentence).toContain('Décision prise par le service des examens (pièce NOTE-12).');
      expect(corrections[1].sentence).toContain('de 13,00 sur 20 à 14,50 sur 20');
      expect(corrections[1].sentence).toContain('L’arrêté des notes de la session 1 était alors levé.');
      expect(corrections[1].sentence).toContain('le conseil pédagogique (pièce PV-CP-2019-03)');
      expect(corrections[1].sentence).toMatch(/Enregistré le .* par Dominique LEFEVRE \(scolarité\)\.$/);
      expect(sentenceOf(told, 'MarksUnfrozen')).toContain('note tardive : « Copie du 15 janvier. »');
    });

    it('says whether the title was alive, when the candidate entered, and on what proof', async () => {
      const words = wordsOf(await story(`candidacy:${candidacy}`));
      for (const said of [
        'Le titre est enregistré à compter du 1er juin 2011, jusqu’au 19 juillet 2020',
        'Entrée dans le parcours le 1er octobre 2018.',
        'L’entrée de Camille MARTIN, enregistrée au 1er octobre 2018, est établie au 17 septembre 2018.',
        'Justificatif d’entrée : contrat de formation, pièce CONV-2018-0031.',
        'Le titre était alors enregistré, selon la fiche publiée.',
      ])
        expect(words).toContain(said);
    });

    it('says who ran an evaluation, and whether it was entitled to that day', async () => {
      const [entitled, late, own] = await Promise.all(
        ['entitled', 'late', 'study'].map((name) => story(`evaluation:${evaluations[name]}`)),
      );
      expect(sentenceOf(entitled, 'CaseStudyAssessed')).toContain(
        'Épreuve organisée par le centre LYON-2 (SIRET 123 456 789 00012). Il était habilité à évaluer RNCP28684 ce jour-là (habilitation à compter du 1er septembre 2018, jusqu’au 31 août 2019, pièce HAB-2018-07).',
      );
      expect(sentenceOf(late, 'CaseStudyAssessed')).toContain(
        'Il n’était pas habilité à évaluer RNCP28684 ce jour-là.',
      );
      expect(sentenceOf(own, 'CaseStudyAssessed')).toContain('organisée par l’organisme certificateur lui-même');
      expect(sentenceOf(late, 'HabilitationWithdrawn')).toContain('prend fin le 1er mai 2019');
    });

    it('never shows what is another candidate’s', async () => {
      const told = await story(`candidacy:${candidacy}`);
      const work = sentenceOf(told, 'GroupRolePlayAssessed');
      expect(work).toContain('Une mise en situation d’un groupe de 2 membres');
      const text = JSON.stringify(told);
      for (const theirs of ['DURAND', '15,00 sur 20', other]) expect(text).not.toContain(theirs);
      const ofWork = told.items.find(({ type }: Told) => type === 'GroupRolePlayAssessed');
      const ofEvent = await story(`event:${ofWork.eventId}`);
      expect(ofEvent.candidate).toBeNull();
      expect(JSON.stringify(ofEvent)).not.toMatch(/MARTIN|DURAND/);
      expect(wordsOf(ofEvent)).toContain('un candidat reçoit : 15,00 sur 20');
    });

    it('says who gave a mark blind, and never which', async () => {
      const evaluationId = uuid();
      const { assessor } = ledger.cast;
      const place = { modality: 'F5-M1', occurrence: 1, attempt: 1, entry: 1, session: 1, heldOn: '2019-02-05' };
      const blind = {
        ...place,
        evaluationId,
        assessorId: assessor,
        mark: sealed('dix-sept'),
        appreciation: sealed('Brillant.'),
        marksExpected: 2,
        rules: { id: 'reglement-28684', version: 1 },
      };
      await writeFacts(ledger, `candidacy-${candidacy}`, ['BlindMarkSubmitted', blind]);
      const told = await story(`evaluation:${evaluationId}`);
      expect(sentenceOf(told, 'BlindMarkSubmitted')).toContain('Alix ROUSSEAU dépose sa note en double aveugle');
      expect(JSON.stringify(told)).not.toMatch(/dix-sept|Brillant/);
      expect(told.conclusion).toBe('Aucun résultat n’est encore en vigueur.');
    });

    it('tells a person’s whole life, and an event with what led to it', async () => {
      const life = await story(`person:${personId}`);
      expect(sentenceOf(life, 'IdentityRecorded')).toContain('L’identité de Camille MARTIN est au coffre');
      const line = life.items.find(({ type }: Told) => type === 'RolePlayAssessed');
      expect(line.sentence).toContain('Enregistré à partir d’un travail de groupe, ligne n° 1.');
      expect(line.sentence).toContain('par le registre lui-même, en conséquence d’un autre fait.');
      const { items } = await story(`event:${line.eventId}`);
      expect(items.map(({ type }: Told) => type)).toEqual(
        expect.arrayContaining(['GroupWorkLineAssessed', 'RolePlayAssessed']),
      );
    });

    it('is told as of a moment, in French with titles in English for whoever prefers it', async () => {
      const earlier = await story(`evaluation:${evaluations.study}`, `&asOf=${beforeCorrections.effectiveAt}`);
      expect(wordsOf(earlier)).not.toContain('rectifié');
      expect(earlier.conclusion).toContain('11,00 sur 20');
      const { body } = await registrar().get(`audit/story?of=candidacy:${candidacy}`, { 'accept-language': 'en' });
      expect(body.items.map(({ title }: Told) => title)).toContain('Case study assessed');
    });

    it('is not told of what is not there, nor asked in another form', async () => {
      const asked = async (query: string) => {
        const { status, body } = await registrar().get(`audit/story${query}`);
        return [status, body.code, body.parameter];
      };
      for (const kind of ['candidacy', 'evaluation', 'person', 'event'])
        expect(await asked(`?of=${kind}:${uuid()}`)).toEqual([404, 'NOT_FOUND', undefined]);
      expect(await asked(`?of=block:RNCP28684BC09&candidacy=${candidacy}`)).toEqual([404, 'NOT_FOUND', undefined]);
      expect(await asked('?of=block:RNCP28684BC03')).toEqual([400, 'FIELD_MISSING', 'candidacy']);
      expect(await asked('?of=jury:x')).toEqual([400, 'NOT_A_CODE', 'of']);
      expect(await asked('')).toEqual([400, 'FIELD_MISSING', 'of']);
    });
  },
  FACT_WRITING,
);
