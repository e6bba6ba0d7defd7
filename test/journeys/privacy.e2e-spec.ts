import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { type Answer, CAST, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, onTwenty, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

/** What is entered about persons: none of it stands anywhere but in the vault, where it is encrypted. */
const SECRETS = {
  birthName: 'WOLNEMARIVAUX',
  usualName: 'TROCQUEVILLE',
  firstNames: 'Ondinette',
  birthPlace: 'Saint-Kerbiniou',
  email: 'ondinette.w@courriel.example',
  phone: '+33 6 98 76 54 32',
  address: '17 impasse des Quenouilles',
  ine: '090QZKWXJ71',
  cpfFile: 'CPF8846317725',
  appreciation: 'Hardiesse et manque de ponctualite zelandaise',
  subject: 'Campagne pour la tannerie Grimbosq',
  company: 'Confiserie Myrtillonne',
  siret: '73282932000074',
  missions: 'Refonte du catalogue des berlingots',
  deviation: 'A couvert le retard de son camarade Fulgence',
  explanation: 'Copie retrouvee derriere le radiateur',
};
const BORN_ON = '1996-02-29';
const everySecret = [...Object.values(SECRETS), BORN_ON, ...Object.values(CAST).map(({ name }) => name)];

const found = (bytes: Buffer | string) => everySecret.filter((secret) => bytes.includes(secret));

onEachStore(
  'Personal data',
  (ledger) => {
    let room: Classroom;
    let candidacy: string;
    const problems: string[] = [];
    /** Every file below the data folder, by its path in it. */
    const files = async (): Promise<string[]> => {
      const entries = await readdir(ledger.folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((one) => one.isFile())
        .map((one) => relative(ledger.folder, join(one.parentPath, one.name)));
    };

    beforeAll(async () => {
      room = await openClassroom(ledger, ['MARTIN']);
      const registrar = ledger.as('registrar');
      const { birthName, usualName, firstNames, birthPlace, email, phone, address, ine, cpfFile } = SECRETS;
      const identity = { birthName, usualName, firstNames, birthPlace, bornOn: BORN_ON };
      const person = await registrar.record('persons', { identity, contact: { email, phone, address } });
      const enrolment = { personId: person.id, route: 'CQ', enteredOn: '2018-10-01', ine, cpfFile };
      ({ id: candidacy } = await registrar.record(`cohorts/${room.cohortId}/candidacies`, enrolment));
      await recordMarks();
      await handInCopy();
      await offendInAllWays(identity);
    });

    /** A copy that names its author, kept under the candidate's enrolment. */
    async function handInCopy(): Promise<void> {
      const registrar = ledger.as('registrar');
      const { body } = await registrar.send(`candidacies/${candidacy}/evidence-files`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', ...registrar.credentials },
        body: Object.values(SECRETS).join('\n'),
      });
      const about = { kind: 'enrolment', id: candidacy };
      const piece = { about, what: 'letter', mediaType: 'text/plain', retentionClass: 'copies', fileId: body.fileId };
      await registrar.record(`candidacies/${candidacy}/evidence`, piece);
    }

    async function recordMarks(): Promise<void> {
      const { appreciation, subject, company, siret, missions, deviation, explanation } = SECRETS;
      const assessor = ledger.as('assessor');
      const path = `candidacies/${candidacy}`;
      const study = await assessor.record(`${path}/case-studies`, room.caseStudy('11', { appreciation, subject }));
      const period = room.companyAssessment('15', { company: { name: company, siret }, missions, appreciation });
      await assessor.record(`${path}/company-assessments`, period);
      const correction = room.correction('12', { explanation });
      await assessor.record(`${path}/evaluations/${study.evaluationId}/corrections`, correction);
      const member = { candidacyId: candidacy, outcome: onTwenty('9'), deviation: { code: 'other', text: deviation } };
      const work = room.groupRolePlay('13', [{ ...member, appreciation }, { candidacyId: room.candidacies[0] }]);
      const group = await assessor.record(`cohorts/${room.cohortId}/group-role-plays`, work);
      await eventually(async () => {
        const { lines } = await assessor.read(`group-works/${group.id}?atLeast=${group.receipt}`);
        expect(lines).toMatchObject([{ standing: 'recorded' }, { standing: 'recorded' }]);
      });
    }

    /** Each of these is refused, by another part of the server, with a name in what was sent. */
    async function offendInAllWays(identity: object): Promise<void> {
      const registrar = ledger.as('registrar');
      const key = { 'idempotency-key': uuid() };
      const path = `candidacies/${candidacy}/case-studies`;
      const study = (changes: object) => room.caseStudy('11', { modality: 'F5-M1', ...changes });
      await registrar.record(path, study({ appreciation: SECRETS.appreciation }), key);
      const answers = await Promise.all([
        registrar.post('persons', { identity: { ...identity, bornOn: SECRETS.birthName } }),
        registrar.post('persons', { identity: { ...identity, unknown: SECRETS.birthName } }),
        registrar.post('persons', { identity: { ...identity, birthName: `${SECRETS.birthName}\0` } }),
        registrar.post('persons', `{"identity": ${SECRETS.birthName}`),
        registrar.post('persons', SECRETS.birthName, { 'content-type': 'text/plain' }),
        registrar.post(path, study({ appreciation: SECRETS.explanation }), key),
        registrar.post(path, study({ attempt: 2, appreciation: SECRETS.missions }), { 'if-match': '"999"' }),
        registrar.post(path, study({ attempt: 9, appreciation: SECRETS.missions })),
        registrar.post(path, study({ attempt: 2, appreciation: SECRETS.missions.repeat(9_999) })),
        registrar.post(path, study({ attempt: 2, appreciation: SECRETS.missions.repeat(99_999) })),
        registrar.get(`audit/events?actor=${encodeURIComponent(SECRETS.birthName)}`),
        registrar.get(`persons/${encodeURIComponent(SECRETS.birthName)}`),
        registrar.get(`${encodeURIComponent(SECRETS.birthName)}`),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status < 400 || status >= 500)).toEqual([]);
      problems.push(...answers.map(({ text }) => text));
    }

    it('is answered to whoever asks for the file', async () => {
      const text = JSON.stringify(await ledger.as('registrar').read(`candidacies/${candidacy}`));
      const { birthName, appreciation, company, missions, explanation } = SECRETS;
      expect(found(text)).toEqual(expect.arrayContaining([birthName, appreciation, company, missions, explanation]));
    });

    it('stands in no problem', () => {
      expect(problems.map((problem) => found(problem))).toEqual(problems.map(() => []));
    });

    it('stands in no event as the audit trail tells it', async () => {
      const trail: Answer['body'] = await ledger.as('registrar').get('audit/events?limit=500');
      expect(found(trail.text)).toEqual([]);
    });

    it('stands in no metric and in no word on health', async () => {
      const registrar = ledger.as('registrar');
      const { text: metrics } = await registrar.get('/metrics');
      const { text: health } = await registrar.get('/health/ready');
      expect([metrics, health].map(found)).toEqual([[], []]);
      expect(metrics).not.toContain(candidacy);
    });

    it('stands in no file of the data folder, in clear, while the server runs', async () => {
      const names = (await files()).filter((file) => file !== 'master.key');
      expect(names).toEqual(expect.arrayContaining(['views.sqlite', 'views.sqlite-wal', 'vault.sqlite']));
      if (ledger.store === 'sqlite')
        expect(names).toEqual(expect.arrayContaining(['ledger.sqlite', 'ledger.sqlite-wal']));
      const contents = new Map<string, Buffer>([['events of the stand-in', ledger.standInBytes ?? Buffer.of()]]);
      for (const file of names) contents.set(file, await readFile(join(ledger.folder, file)));
      for (const [file, bytes] of contents) expect([file, found(bytes)]).toEqual([file, []]);
      expect(names.filter((file) => file.startsWith(join('evidence', candidacy)))).toHaveLength(1);
      // What is looked through is what the marks went into.
      const holding = [...contents].filter(([, bytes]) => bytes.includes(candidacy)).map(([file]) => file);
      expect(holding).toEqual(expect.arrayContaining(['views.sqlite-wal']));
      if (ledger.store === 'sqlite') expect(holding).toEqual(expect.arrayContaining(['ledger.sqlite-wal']));
      else if (ledger.standInBytes) expect(holding).toEqual(expect.arrayContaining(['events of the stand-in']));
    });

    it('stands in no file that a stopped server leaves, and in nothing that it said', async () => {
      await ledger.stop();
      for (const file of await files())
        expect([file, found(await readFile(join(ledger.folder, file)))]).toEqual([file, []]);
      expect(ledger.output).not.toBe('');
      expect(found(ledger.output)).toEqual([]);
    });
  },
  { settings: { MINUTIER_LOG_LEVEL: 'debug' } },
);
