import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { v4 as uuid } from 'uuid';

import { type Answer, onEachStore } from '@minutier/testing';

import { type Classroom, onTwenty, openClassroom } from './classroom.js';
import { everythingOf, holdersOf } from './stored-bytes.js';
import { eventually } from './eventually.js';

/**
 * Goal: what an erasure lets go is gone from every byte that the ledger keeps, and what the law keeps stays provable.
 * Method: texts that occur nowhere else are entered, the wrapped keys and ciphertexts noted, and everything that the
 * process has written is searched for them after each erasure.
 */
const NAME = {
  birthName: 'WOLNEMARIVAUX',
  firstNames: 'Ondinette',
  birthPlace: 'Saint-Kerbiniou',
  bornOn: '1996-02-29',
};
const CONTACT = {
  email: 'ondinette.w@courriel.example',
  phone: '+33 6 98 76 54 32',
  address: '17 impasse des Quenouilles',
};
const COMMENTS = {
  appreciation: 'Hardiesse et manque de ponctualite zelandaise',
  subject: 'Campagne pour la tannerie Grimbosq',
  company: 'Confiserie Myrtillonne',
  missions: 'Refonte du catalogue des berlingots',
  deviation: 'A couvert le retard de son camarade Fulgence',
  explanation: 'Copie retrouvee derriere le radiateur',
};
const LET_GO = [...Object.values(CONTACT), ...Object.values(COMMENTS)];
const ERASED = { erased: true };
const DPO = { code: 'data-protection-officer', document: 'DPO-2019-04' };

interface KeptBytes {
  readonly keys: Readonly<Record<string, Buffer>>;
  readonly identity: string;
  readonly contact: string;
}

onEachStore(
  'An erasure',
  (ledger) => {
    let room: Classroom;
    let personId: string;
    let candidacy: string;
    let evaluationId: string;
    let kept: KeptBytes;
    let before: Answer['body'];
    const key = { 'idempotency-key': uuid() };
    const groupKey = { 'idempotency-key': uuid() };
    let study: { path: string; body: object; receipt: Answer['body'] };
    let group: typeof study;
    const registrar = () => ledger.as('registrar');
    const read = (path: string): Promise<Answer['body']> => registrar().read(path);
    const erasure = (changes: object = {}) => ({
      classes: ['appraisal', 'contact'],
      kept: [{ class: 'identity-proof', ground: 'legal-duty' }],
      basis: 'retention-ended',
      approvedBy: ledger.cast.assessor,
      authority: DPO,
      ...changes,
    });
    const refusal = async (path: string, body: object) => {
      const { status, body: problem } = await registrar().post(path, body);
      return [status, problem.code, problem.pointer];
    };

    /** What of the vault's bytes would open, or be, the person's texts. */
    function vaultBytes(): KeptBytes {
      const database = new Database(join(ledger.folder, 'vault.sqlite'), { readonly: true });
      try {
        const rows = database
          .prepare(
            'SELECT k.key_class, w.wrapped FROM keys k JOIN wrapped_keys w ON w.number = k.number WHERE k.person_id = ?',
          )
          .all(personId) as { key_class: string; wrapped: Buffer }[];
        const sealed = database.prepare('SELECT identity, contact FROM identities WHERE person_id = ?').get(personId);
        const { identity, contact } = sealed as { identity: string; contact: string };
        const ciphertext = (text: string) => (JSON.parse(text) as { ciphertext: string }).ciphertext;
        const keys = Object.fromEntries(rows.map(({ key_class, wrapped }) => [key_class, wrapped]));
        return { keys, identity: ciphertext(identity), contact: ciphertext(contact) };
      } finally {
        database.close();
      }
    }

    const results = ({ asOf: _asOf, identity: _identity, ...transcript }: Answer['body']) => transcript;
    const destroyed = (receipt: Answer['body']) =>
      eventually(async () => {
        const file = await read(`persons/${personId}?atLeast=${receipt.receipt}`);
        const done = file.erasures.find((one: Answer['body']) => one.erasureId === receipt.erasureId);
        expect(done.destroyed).not.toBeNull();
        return done;
      });

    beforeAll(async () => {
      room = await openClassroom(ledger, ['MARTIN']);
      ({ id: personId } = await registrar().record('persons', { identity: NAME, contact: CONTACT }));
      const enrolment = { personId, route: 'CQ', enteredOn: '2018-10-01' };
      ({ id: candidacy } = await registrar().record(`cohorts/${room.cohortId}/candidacies`, enrolment));
      const { appreciation, subject, company, missions, deviation, explanation } = COMMENTS;
      const assessor = ledger.as('assessor');
      const path = `candidacies/${candidacy}`;
      const body = room.caseStudy('11', { appreciation, subject });
      study = { path: `${path}/case-studies`, body, receipt: undefined };
      study.receipt = await assessor.record(study.path, body, key);
      ({ evaluationId } = study.receipt);
      const period = room.companyAssessment('15', { company: { name: company, siret: '73282932000074' }, missions });
      await assessor.record(`${path}/company-assessments`, period);
      await assessor.record(`${path}/evaluations/${evaluationId}/corrections`, room.correction('12', { explanation }));
      const member = { candidacyId: candidacy, outcome: onTwenty('9'), deviation: { code: 'other', text: deviation } };
      const work = room.groupRolePlay('13', [member, { candidacyId: room.candidacies[0] }]);
      group = { path: `cohorts/${room.cohortId}/group-role-plays`, body: work, receipt: undefined };
      group.receipt = await assessor.record(group.path, work, groupKey);
      await eventually(async () => {
        const { lines } = await assessor.read(`group-works/${group.receipt.id}?atLeast=${group.receipt.receipt}`);
        expect(lines).toMatchObject([{ standing: 'recorded' }, { standing: 'recorded' }]);
      });
      before = await read(`${path}/transcript`);
      kept = vaultBytes();
    });

    it('finds everything there beforehand', async () => {
      const copy = JSON.stringify(await read(`persons/${personId}/export`));
      for (const text of [...LET_GO, ...Object.values(NAME)]) expect([text, copy.includes(text)]).toEqual([text, true]);
      const contents = await everythingOf(ledger);
      for (const bytes of Object.values(kept.keys)) expect(holdersOf(contents, bytes)).not.toEqual([]);
      for (const text of [kept.identity, kept.contact]) expect(holdersOf(contents, text)).not.toEqual([]);
      expect(Object.keys(kept.keys).sort()).toEqual(['appraisal', 'contact', 'identity-proof']);
    });

    it('is decided by two people, on a request of the person, and under no legal hold', async () => {
      const path = `persons/${personId}`;
      const hold = { classes: ['appraisal'], reason: 'dispute', authority: DPO };
      const { legalHoldId } = await registrar().record(`${path}/legal-holds`, hold);
      const by = `${path}/erasures`;
      expect(await refusal(by, erasure())).toEqual([409, 'LEGAL_HOLD_STANDS', '/classes']);
      const lifting = { reason: 'dispute-ended', authority: DPO };
      await registrar().record(`${path}/legal-holds/${legalHoldId}/liftings`, lifting);
      const alone = erasure({ approvedBy: ledger.cast.registrar });
      expect(await refusal(by, alone)).toEqual([409, 'APPROVAL_BY_SAME_PERSON', '/approvedBy']);
      const stranger = erasure({ approvedBy: personId });
      expect(await refusal(by, stranger)).toEqual([409, 'APPROVER_UNKNOWN', '/approvedBy']);
      const asked = erasure({ basis: 'request', requestId: uuid() });
      expect(await refusal(by, asked)).toEqual([409, 'REQUEST_UNKNOWN', '/requestId']);
      expect(await refusal(`persons/${uuid()}/erasures`, erasure())).toEqual([404, 'PERSON_NOT_FOUND', undefined]);
    });

    it('has the keys of its classes destroyed, and says so', async () => {
      const request = { right: 'erasure', receivedOn: '2019-06-03', identityChecked: true, lodgedBy: 'person' };
      const { requestId } = await registrar().record(`persons/${personId}/rights-requests`, request);
      const decided = erasure({ basis: 'request', requestId });
      const receipt = await registrar().record(`persons/${personId}/erasures`, decided);
      const done = await destroyed(receipt);
      expect(done).toMatchObject({ classes: ['appraisal', 'contact'], approvedBy: ledger.cast.assessor, requestId });
      const { items } = await read('destroyed-keys');
      expect(items.map(({ keyId }: Answer['body']) => keyId).sort()).toEqual([...done.destroyed].sort());
      const again = await refusal(`persons/${personId}/erasures`, erasure());
      expect(again).toEqual([409, 'CLASS_ALREADY_ERASED', '/classes']);
      const late = { classes: ['contact'], reason: 'control', authority: DPO };
      const refused = await refusal(`persons/${personId}/legal-holds`, late);
      expect(refused).toEqual([409, 'CLASS_ALREADY_ERASED', '/classes']);
    });

    it('leaves no comment and no contact in any file, log or export, nor a key that would open one', async () => {
      const contents = await everythingOf(ledger);
      for (const text of [...LET_GO, ...Object.values(NAME)])
        expect([text, holdersOf(contents, text)]).toEqual([text, []]);
      expect(holdersOf(contents, kept.keys.appraisal!)).toEqual([]);
      expect(holdersOf(contents, kept.keys.contact!)).toEqual([]);
      expect(holdersOf(contents, kept.contact)).toEqual([]);
      // The proof of identity is kept, sealed: what is looked for would be found.
      expect(holdersOf(contents, kept.keys['identity-proof']!)).not.toEqual([]);
      expect(holdersOf(contents, kept.identity)).not.toEqual([]);
      const copy = JSON.stringify(await read(`persons/${personId}/export`));
      expect(LET_GO.filter((text) => copy.includes(text))).toEqual([]);
      expect(copy).toContain(NAME.birthName);
    });

    it('leaves the marks, the name and the transcript as they were', async () => {
      const after = await read(`candidacies/${candidacy}/transcript`);
      expect(results(after)).toEqual(results(before));
      expect(after.identity).toMatchObject({ birthName: NAME.birthName });
      const { evaluations } = await read(`candidacies/${candidacy}`);
      const one = evaluations.find((evaluation: Answer['body']) => evaluation.evaluationId === evaluationId);
      expect(one).toMatchObject({ outcome: onTwenty('12'), appreciation: ERASED });
      expect(one.corrections[0].reason).toEqual({ code: 'keying-error', text: ERASED });
    });

    it('answers a repeat as it was answered before, and takes marks without a word, never with one', async () => {
      const assessor = ledger.as('assessor');
      const again = await assessor.post(study.path, study.body, key);
      expect([again.status, again.body.eventIds]).toEqual([201, study.receipt.eventIds]);
      const whole = await assessor.post(group.path, group.body, groupKey);
      expect([whole.status, whole.body.eventIds]).toEqual([201, group.receipt.eventIds]);
      const other = room.caseStudy('13', { modality: 'F5-M1' });
      const worded = await assessor.post(study.path, { ...other, appreciation: COMMENTS.appreciation });
      expect([worded.status, worded.body.code]).toEqual([409, 'PERSON_ERASED']);
      await assessor.record(study.path, other);
    });

    it('of the proof of identity makes the name gone everywhere', async () => {
      const all = erasure({ classes: ['identity-proof'], kept: [], basis: 'court-order' });
      await destroyed(await registrar().record(`persons/${personId}/erasures`, all));
      const contents = await everythingOf(ledger);
      for (const text of Object.values(NAME)) expect([text, holdersOf(contents, text)]).toEqual([text, []]);
      expect(holdersOf(contents, kept.keys['identity-proof']!)).toEqual([]);
      expect(holdersOf(contents, kept.identity)).toEqual([]);
      const answers = await Promise.all([
        read(`persons/${personId}`),
        read(`candidacies/${candidacy}`),
        read(`candidacies/${candidacy}/transcript`),
        read(`cohorts/${room.cohortId}/candidacies`),
        read(`persons/${personId}/export`),
      ]);
      for (const answer of answers) expect(JSON.stringify(answer)).not.toContain(NAME.birthName);
      expect(answers[0].identity).toEqual(ERASED);
      expect(answers[2].identity).toEqual(ERASED);
      const correction = { identityVersion: 2, identity: NAME, reason: 'typing-error', authority: DPO };
      const refused = await refusal(`persons/${personId}/identity-corrections`, correction);
      expect(refused).toEqual([409, 'KEYS_DESTROYED', undefined]);
    });

    it('is not done twice when the read models and the reactions begin anew', async () => {
      const trail = async () => (await read('audit/events?limit=500')).items.map(({ id }: Answer['body']) => id);
      const told = await trail();
      await ledger.stop();
      const contents = await everythingOf(ledger);
      for (const text of [...LET_GO, ...Object.values(NAME)])
        expect([text, holdersOf(contents, text)]).toEqual([text, []]);
      for (const bytes of Object.values(kept.keys)) expect(holdersOf(contents, bytes)).toEqual([]);
      for (const file of await readdir(ledger.folder))
        if (file.startsWith('views.sqlite')) await rm(join(ledger.folder, file));
      await ledger.start();
      await eventually(async () => {
        const { status, body } = await registrar().get('/health/ready');
        expect([status, body.reactions.ordinal]).toEqual([200, told.length - 1]);
        expect(await trail()).toEqual(told);
      });
      expect(results(await read(`candidacies/${candidacy}/transcript`)).proposed).toEqual(before.proposed);
    });
  },
  { settings: { MINUTIER_LOG_LEVEL: 'debug' } },
);
