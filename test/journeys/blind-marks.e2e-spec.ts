import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, onTwenty, openClassroom } from './classroom.js';

/** What the first marker says, in words that occur nowhere else; marks are looked for as JSON writes them. */
const SECRETS = {
  mark: '"13.75"',
  criterion: '"7.25"',
  grid: 'GRILLE-TURQUOISE',
  comment: 'Un raisonnement de marqueterie, un peu vernisse',
};
const WORDS = [SECRETS.grid, SECRETS.comment];
const found = (text: string | Buffer, secrets: readonly string[] = Object.values(SECRETS)) =>
  secrets.filter((secret) => text.includes(secret));

onEachStore(
  'Work marked blind',
  (ledger) => {
    let room: Classroom;
    let path: string;
    let evaluationId: string;
    const answers: Answer[] = [];

    /** A blind mark of the case study F1-M1; both markers say the same of how it was held. */
    const marked = (assessorId: string, value: string, changes: object = {}) => ({
      modality: 'F1-M1',
      occurrence: 1,
      attempt: 1,
      session: 1,
      heldOn: '2019-01-15',
      assessorId,
      mark: { result: onTwenty(value).result },
      written: true,
      oral: false,
      facts: { subjectCode: 'EC-2019-03' },
      ...changes,
    });
    const firstMark = () => {
      const criteria = [{ code: 'C1', result: { scale: 'twenty', value: '7.25' } }];
      const mark = { result: onTwenty('13.75').result, grid: { id: SECRETS.grid, version: 1, criteria } };
      return marked(ledger.cast.assessor, '13.75', { mark, appreciation: SECRETS.comment });
    };

    /** Every route that answers a question, with the ids of what is there in the place of its parameters. */
    async function everyRoute(): Promise<string[]> {
      const document = (await ledger.as('registrar').get('openapi.json')).body;
      const known: Readonly<Record<string, string>> = {
        candidacyId: room.candidacies[0]!,
        cohortId: room.cohortId,
        number: 'RNCP28684',
        rulesId: 'reglement-28684',
        evaluationId,
        version: '1',
      };
      const described = Object.entries<Answer['body']>(document.paths).filter(([, methods]) => 'get' in methods);
      const paths = described.map(([route]) =>
        route.replace(/\{(\w+)\}/g, (_parameter, name: string) => known[name] ?? room.candidacies[0]!),
      );
      return [...paths, '/health/ready', '/metrics'];
    }

    beforeAll(async () => {
      room = await openClassroom(ledger, ['MARTIN']);
      path = `candidacies/${room.candidacies[0]}`;
      const assessor = ledger.as('assessor');
      const key = { 'idempotency-key': uuid() };
      const first = await assessor.post(`${path}/blind-marks`, firstMark(), key);
      ({ evaluationId } = first.body);
      answers.push(first);
      answers.push(await assessor.post(`${path}/blind-marks`, firstMark(), key));
      answers.push(await assessor.post(`${path}/blind-marks`, marked(ledger.cast.assessor, '2'), key));
      answers.push(await assessor.post(`${path}/blind-marks`, firstMark()));
      answers.push(await assessor.post(`${path}/case-studies`, room.caseStudy('12')));
      await assessor.read(`${path}?atLeast=${first.body.receipt}`);
    });

    it('is begun by the first mark, whose repeat is the same and whose double is refused', () => {
      expect(answers.map(({ status, body }) => [status, body.code ?? body.evaluationId])).toEqual([
        [201, evaluationId],
        [201, evaluationId],
        [422, 'COMMAND_ID_REUSED'],
        [409, 'BLIND_MARK_ALREADY_SUBMITTED'],
        [409, 'BLIND_MARKS_INCOMPLETE'],
      ]);
      expect(answers[1]!.body.eventIds).toEqual(answers[0]!.body.eventIds);
    });

    it('shows nothing of the mark by any route, in any receipt or in any refusal before the last is in', async () => {
      const routes = await everyRoute();
      expect(routes).toEqual(
        expect.arrayContaining([`/api/v1/${path}`, `/api/v1/${path}/transcript`, '/api/v1/audit/events']),
      );
      const read = await Promise.all(
        (['registrar', 'assessor', 'secondAssessor'] as const).flatMap((who) =>
          routes.map(async (route) => {
            const { credentials } = ledger.as(who);
            const answer = await ledger
              .as(who)
              .get(`${route}${route.startsWith('/api') ? '?limit=500' : ''}`, credentials);
            // A question without pages refuses the size of one.
            return answer.status === 400 ? ledger.as(who).get(route, credentials) : answer;
          }),
        ),
      );
      expect(read.map(({ text }) => found(text)).flat()).toEqual([]);
      expect(answers.map(({ text }) => found(text)).flat()).toEqual([]);
      // What is looked through is where a mark would be.
      const [file, trail] = [`/api/v1/${path}`, '/api/v1/audit/events'].map((route) => read[routes.indexOf(route)]!);
      expect([file!.status, file!.body.evaluations]).toEqual([200, []]);
      expect(trail!.text).toContain('BlindMarkSubmitted');
    });

    it('stands in clear in no file of the server, and in nothing that it says', async () => {
      const entries = await readdir(ledger.folder, { withFileTypes: true, recursive: true });
      const files = entries.filter((entry) => entry.isFile() && entry.name !== 'master.key');
      for (const { parentPath, name: file } of files)
        expect([file, found(await readFile(join(parentPath, file)), WORDS)]).toEqual([file, []]);
      expect(found(ledger.standInBytes ?? Buffer.of(), WORDS)).toEqual([]);
      expect(found(ledger.output)).toEqual([]);
    });

    it('is taken back while it is sealed, and given again', async () => {
      const assessor = ledger.as('assessor');
      const act = { reason: 'keying-error', authority: { code: 'examination-office', document: 'NOTE-12' } };
      const taking = { ...act, assessorId: ledger.cast.assessor };
      const taken = await assessor.post(`${path}/blind-marks/${evaluationId}/withdrawals`, taking);
      const again = await assessor.post(`${path}/blind-marks/${evaluationId}/withdrawals`, taking);
      const given = await assessor.post(`${path}/blind-marks`, firstMark());
      expect([taken, again, given].map(({ status, body }) => [status, body.code])).toEqual([
        [201, undefined],
        [409, 'BLIND_MARK_UNKNOWN'],
        [201, undefined],
      ]);
      expect([taken, again, given].map(({ text }) => found(text)).flat()).toEqual([]);
    });

    it('is opened by the last mark, which records the mean with each mark and every comment under it', async () => {
      const second = ledger.as('secondAssessor');
      const last = marked(ledger.cast.secondAssessor, '12', { appreciation: 'Clair.' });
      const receipt = await second.record(`${path}/blind-marks`, last);
      const { evaluations } = await second.read(`${path}?atLeast=${receipt.receipt}`);
      expect(evaluations).toMatchObject([
        {
          evaluationId,
          kind: 'case-study',
          outcome: onTwenty('13'),
          appreciation: `${SECRETS.comment}\n\nClair.`,
          origin: { kind: 'blind-marks', id: evaluationId, line: 2 },
          conduct: {
            agreedBy: 'mean',
            assessors: [
              { assessorId: ledger.cast.assessor, result: { value: '13.75' }, grid: { id: SECRETS.grid } },
              { assessorId: ledger.cast.secondAssessor, result: { value: '12' }, grid: null },
            ],
          },
        },
      ]);
      const { code } = (await second.post(`${path}/blind-marks`, marked(ledger.cast.tutor, '9'))).body;
      expect(code).toBe('BLIND_MARKS_COMPLETE');
    });

    it('is recorded once, with both marks, where two come at the same instant', async () => {
      const place = { modality: 'F8-M1' };
      const { cast } = ledger;
      const both = await Promise.all([
        ledger.as('assessor').record(`${path}/blind-marks`, marked(cast.assessor, '10', place)),
        ledger.as('secondAssessor').record(`${path}/blind-marks`, marked(cast.secondAssessor, '12', place)),
      ]);
      expect(both.map(({ eventIds }) => eventIds.length).sort()).toEqual([1, 2]);
      const latest = both.find(({ eventIds }) => eventIds.length === 2)!.receipt;
      const { evaluations } = await ledger.as('registrar').read(`${path}?atLeast=${latest}`);
      const recorded = evaluations.filter(({ modality }: Answer['body']) => modality === 'F8-M1');
      expect(recorded).toMatchObject([{ outcome: onTwenty('11'), origin: { line: 2 } }]);
    });

    it('left ciphertexts of one length, which tell nothing of a mark', async () => {
      const { items } = await ledger.as('registrar').read('audit/events?type=BlindMarkSubmitted');
      const lengths = items.map(({ data }: Answer['body']) => data.mark.ciphertext.length);
      expect(lengths).toHaveLength(5);
      expect(new Set(lengths).size).toBe(1);
    });
  },
  { settings: { MINUTIER_LOG_LEVEL: 'debug' } },
);
