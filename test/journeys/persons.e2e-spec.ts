import { setTimeout as pause } from 'node:timers/promises';

import { v4 as uuid } from 'uuid';

import { type Answer, onEachStore } from '@minutier/testing';

import { type Classroom, FRAMEWORK, identityOf, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

const DPO = { code: 'data-protection-officer', document: 'DPO-2019-04' };
const OFFICE = { code: 'examination-office', document: 'NOTE-12' };

onEachStore('Persons', (ledger) => {
  let room: Classroom;
  const registrar = () => ledger.as('registrar');
  const read = (path: string): Promise<Answer['body']> => registrar().read(path);
  const refusal = async (path: string, body: object) => {
    const { status, body: problem } = await registrar().post(path, body);
    return [status, problem.code, problem.pointer];
  };
  const newPerson = async (name: string): Promise<string> => {
    const { id, receipt } = await registrar().record('persons', identityOf(name));
    await read(`persons/${id}?atLeast=${receipt}`);
    return id;
  };
  const personOf = async (place: number): Promise<string> =>
    (await read(`candidacies/${room.candidacies[place]}`)).personId;

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT']);
  });

  describe('whose identity is corrected', () => {
    let personId: string;
    const correction = (usualName: string, changes: object = {}) => ({
      identityVersion: 2,
      identity: { ...identityOf('MARTIN').identity, usualName },
      reason: 'name-changed',
      explanation: 'Mariage.',
      effectiveOn: '2019-03-15',
      document: 'EC-2019-114',
      authority: OFFICE,
      ...changes,
    });
    const path = () => `persons/${personId}/identity-corrections`;

    beforeAll(async () => {
      personId = await newPerson('MARTIN');
    });

    it('keep every version, each as the ledger committed to it', async () => {
      const { asOf } = await read(`persons/${personId}`);
      await pause(5);
      const receipt = await registrar().record(path(), correction('DURAND'));
      const file = await read(`persons/${personId}?atLeast=${receipt.receipt}`);
      expect(file).toMatchObject({ identityVersion: 2, identity: { usualName: 'DURAND' }, survivorId: null });
      expect(file.versions).toMatchObject([
        { identityVersion: 1, correction: null, identity: { birthName: 'MARTIN', usualName: null } },
        {
          identityVersion: 2,
          correction: { reason: { code: 'name-changed', text: 'Mariage.' }, effectiveOn: '2019-03-15' },
          identity: { usualName: 'DURAND' },
        },
      ]);
      const then = await read(`persons/${personId}?asOf=${asOf.effectiveAt}`);
      expect(then).toMatchObject({ identityVersion: 1, identity: { usualName: null } });
      expect(then.versions).toHaveLength(1);
    });

    it('are refused another number, the same identity, and the id of nobody', async () => {
      expect(await refusal(path(), correction('X'))).toEqual([
        409,
        'IDENTITY_VERSION_OUT_OF_ORDER',
        '/identityVersion',
      ]);
      const same = correction('DURAND', { identityVersion: 3 });
      expect(await refusal(path(), same)).toEqual([409, 'IDENTITY_UNCHANGED', '/identity']);
      const nobody = `persons/${uuid()}/identity-corrections`;
      expect(await refusal(nobody, correction('X'))).toEqual([404, 'PERSON_NOT_FOUND', undefined]);
      const actor = `persons/${ledger.cast.tutor}/identity-corrections`;
      expect(await refusal(actor, correction('X'))).toEqual([409, 'IDENTITY_UNKNOWN', undefined]);
    });

    it('get a repeat’s first receipt, and never the content of another command under its id', async () => {
      const key = { 'idempotency-key': uuid() };
      const third = correction('TROIS', { identityVersion: 3 });
      const first = await registrar().record(path(), third, key);
      expect(await registrar().record(path(), third, key)).toEqual(first);
      const other = await registrar().post(path(), correction('AUTRE', { identityVersion: 3 }), key);
      expect([other.status, other.body.code]).toEqual([422, 'COMMAND_ID_REUSED']);
      const file = await read(`persons/${personId}?atLeast=${first.receipt}`);
      expect(file.identity).toMatchObject({ usualName: 'TROIS' });
    });

    it('take one of several corrections given at once, and say what that one says', async () => {
      const names = ['UN', 'DEUX', 'QUATRE', 'CINQ', 'SIX'];
      const answers = await Promise.all(
        names.map((name) => registrar().post(path(), correction(name, { identityVersion: 4 }))),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
      const winner = answers.findIndex(({ status }) => status === 201);
      const file = await read(`persons/${personId}?atLeast=${answers[winner]!.body.receipt}`);
      expect(file).toMatchObject({ identityVersion: 4, identity: { usualName: names[winner] } });
      expect(file.versions.at(-1).identity.usualName).toBe(names[winner]);
    });
  });

  describe('who were one', () => {
    const merge = (survivorId: string) => ({ survivorId, reason: 'duplicate-entry', authority: OFFICE });
    const block = async () => (await read(`frameworks/${FRAMEWORK.number}`)).blocks[0];
    const legacy = async (obtainedOn: string) => ({
      framework: FRAMEWORK,
      block: (await block()).code,
      obtainedOn,
      document: 'PV-2016-07-05',
      authority: OFFICE,
    });

    it('are read together: the survivor answers, and undoing gives everybody back his own', async () => {
      const [twin, survivor] = [await newPerson('PETITT'), await personOf(2)];
      const own = await registrar().record(`persons/${survivor}/legacy-blocks`, await legacy('2017-07-05'));
      const twins = await registrar().record(`persons/${twin}/legacy-blocks`, await legacy('2016-07-05'));
      const merged = await registrar().record(`persons/${twin}/merges`, merge(survivor));
      await eventually(async () =>
        expect((await read(`persons/${survivor}?atLeast=${merged.receipt}`)).absorbed).toEqual([twin]),
      );
      expect(await read(`persons/${twin}`)).toMatchObject({ mergedInto: survivor, survivorId: survivor });
      for (const id of [twin, survivor]) {
        const { items } = await read(`persons/${id}/awards`);
        expect(items).toMatchObject([
          { awardId: twins.awardId, personId: twin, block: await shownBlock(), annulled: false },
          { awardId: own.awardId, personId: survivor },
        ]);
      }
      const again = await refusal(`persons/${twin}/legacy-blocks`, await legacy('2018-07-05'));
      expect(again).toEqual([409, 'PERSON_MERGED', undefined]);
      expect(await refusal(`persons/${survivor}/merges`, merge(twin))).toEqual([409, 'MERGE_CYCLE', '/survivorId']);

      const undoing = { reason: 'two-persons', authority: OFFICE };
      const undone = await registrar().record(`persons/${twin}/merge-undoings`, undoing);
      await eventually(async () =>
        expect((await read(`persons/${survivor}?atLeast=${undone.receipt}`)).absorbed).toEqual([]),
      );
      const { items } = await read(`persons/${twin}/awards`);
      expect(items.map(({ awardId }: Answer['body']) => awardId)).toEqual([twins.awardId]);
      const twice = await refusal(`persons/${twin}/merge-undoings`, undoing);
      expect(twice).toEqual([409, 'NOT_MERGED', undefined]);
      // As of the merge they were one.
      const atMerge = await read(
        `persons/${twin}/awards?asOf=${encodeURIComponent(await instantOf('PersonAbsorbed'))}`,
      );
      expect(atMerge.items).toHaveLength(2);

      const { persons } = await read(`persons/${twin}/export`);
      const [mergedThen] = persons[0].events.filter(({ type }: Answer['body']) => type === 'PersonMergedInto');
      expect(mergedThen.data.survivorId).toEqual({ masked: true });
    });

    const shownBlock = async () => {
      const { code, label } = await block();
      return { code, label };
    };
    const instantOf = async (type: string): Promise<string> =>
      (await read(`audit/events?type=${type}`)).items.at(-1).effectiveAt;

    it('count as before where the survivor refuses, and are told why', async () => {
      const [twin, erased] = [await newPerson('ROUX'), await newPerson('ROUXX')];
      const erasure = {
        classes: ['identity-proof', 'appraisal', 'contact'],
        kept: [],
        basis: 'retention-ended',
        approvedBy: ledger.cast.assessor,
        authority: DPO,
      };
      await registrar().record(`persons/${erased}/erasures`, erasure);
      const merged = await registrar().record(`persons/${twin}/merges`, merge(erased));
      await eventually(async () =>
        expect(await read(`persons/${twin}?atLeast=${merged.receipt}`)).toMatchObject({
          mergedInto: null,
          survivorId: null,
          mergeRefused: { survivorId: erased, refused: 'KEYS_DESTROYED' },
        }),
      );
      expect(await refusal(`persons/${twin}/merges`, merge(twin))).toEqual([409, 'SAME_PERSON', '/survivorId']);
      const nobody = merge(uuid());
      expect(await refusal(`persons/${twin}/merges`, nobody)).toEqual([409, 'SURVIVOR_UNKNOWN', '/survivorId']);
    });

    it('do not both vanish when each is merged into the other at once', async () => {
      const [one, other] = [await newPerson('BLANC'), await newPerson('BLANCC')];
      const answers = await Promise.all([
        registrar().post(`persons/${one}/merges`, merge(other)),
        registrar().post(`persons/${other}/merges`, merge(one)),
      ]);
      expect(answers.some(({ status }) => status === 201)).toBe(true);
      await eventually(async () => {
        const files = await Promise.all([one, other].map((id) => read(`persons/${id}`)));
        const standing = files.filter(({ mergedInto }) => mergedInto !== null);
        expect(standing.length).toBeLessThan(2);
        for (const { personId, mergedInto } of standing)
          expect(files.find((file) => file.personId === mergedInto).absorbed).toEqual([personId]);
      });
    });

    it('hold a block from before until it is withdrawn', async () => {
      const person = await newPerson('GRIS');
      const { awardId } = await registrar().record(`persons/${person}/legacy-blocks`, await legacy('2016-07-05'));
      const same = await refusal(`persons/${person}/legacy-blocks`, await legacy('2016-07-05'));
      expect(same).toEqual([409, 'BLOCK_ALREADY_HELD', '/block']);
      const withdrawal = { reason: 'document-false', explanation: 'PV introuvable.', authority: OFFICE };
      const path = `persons/${person}/legacy-blocks/${awardId}/withdrawals`;
      const withdrawn = await registrar().record(path, withdrawal);
      const { items } = await read(`persons/${person}/awards?atLeast=${withdrawn.receipt}`);
      const reason = { code: 'document-false', text: 'PV introuvable.' };
      expect(items).toMatchObject([{ awardId, annulled: true, withdrawn: { reason } }]);
      expect(await refusal(path, withdrawal)).toEqual([409, 'AWARD_ALREADY_ANNULLED', undefined]);
    });
  });

  describe('who use their rights', () => {
    it('are answered by a day that is shown, with a copy of what is known of them and of nobody else', async () => {
      const [personId, other] = [await personOf(0), await personOf(1)];
      const path = `persons/${personId}/rights-requests`;
      const today = new Date().toISOString().slice(0, 10);
      const request = { right: 'access', receivedOn: today, identityChecked: true, lodgedBy: 'person' };
      const { requestId, receipt } = await registrar().record(path, request);
      const pending = await read(`rights-requests?pending=yes&atLeast=${receipt}`);
      const shown = pending.items.find((one: Answer['body']) => one.requestId === requestId);
      expect(shown).toMatchObject({ personId, right: 'access', answer: null });
      expect(shown.dueBy > today).toBe(true);
      expect(await refusal(path, request)).toEqual([409, 'REQUEST_PENDING', '/right']);

      const members = room.candidacies.slice(0, 2).map((candidacyId) => ({ candidacyId, appreciation: 'Solide.' }));
      const work = room.groupRolePlay('12', members);
      const group = await ledger.as('assessor').record(`cohorts/${room.cohortId}/group-role-plays`, work);
      await eventually(async () => {
        const { lines } = await read(`group-works/${group.id}?atLeast=${group.receipt}`);
        expect(lines).toMatchObject([{ standing: 'recorded' }, { standing: 'recorded' }]);
      });
      const { text, body } = await registrar().get(`persons/${personId}/export`);
      expect(body.ordinal).toBe(body.asOf.ordinal);
      expect(body.persons).toMatchObject([{ personId, identities: [{ identity: { birthName: 'MARTIN' } }] }]);
      expect(body.candidacies[0].candidacyId).toBe(room.candidacies[0]);
      expect(body.candidacies[0].events.map(({ type }: Answer['body']) => type)).toEqual([
        'Enrolled',
        'RolePlayAssessed',
      ]);
      expect(body.candidacies[0].events[1].data.appreciation).toBe('Solide.');
      expect(body.candidacies[0].elsewhere).toMatchObject([{ type: 'GroupWorkLineAssessed', data: { line: 1 } }]);
      expect(body.requests).toMatchObject([{ requestId }]);
      for (const foreign of [other, room.candidacies[1]!, 'DURAND']) expect(text).not.toContain(foreign);

      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
      const sha256 = Buffer.from(digest).toString('hex');
      const answer = { answeredOn: today, answer: 'granted', copy: { ordinal: body.ordinal, sha256 }, authority: DPO };
      const key = { 'idempotency-key': uuid() };
      const answered = await registrar().record(`${path}/${requestId}/answers`, answer, key);
      expect(await registrar().record(`${path}/${requestId}/answers`, answer, key)).toEqual(answered);
      const { items } = await read(`${path}?atLeast=${answered.receipt}`);
      expect(items).toMatchObject([{ requestId, answer: { answer: 'granted', ordinal: body.ordinal } }]);
      expect(items[0].answer.digest.value).not.toBe(sha256);
      const late = await refusal(`${path}/${requestId}/answers`, answer);
      expect(late).toEqual([409, 'REQUEST_ANSWERED', undefined]);
    });

    it('may be answered later, within bounds, and never without a ground', async () => {
      const personId = await personOf(1);
      const path = `persons/${personId}/rights-requests`;
      const request = { right: 'erasure', receivedOn: '2019-06-03', identityChecked: true, lodgedBy: 'representative' };
      const { requestId } = await registrar().record(path, request);
      const extension = { dueBy: '2019-09-03', toldOn: '2019-06-28', reason: 'complex', explanation: 'Archives.' };
      const by = `${path}/${requestId}`;
      const long = { ...extension, dueBy: '2019-09-04' };
      expect(await refusal(`${by}/extensions`, long)).toEqual([409, 'EXTENSION_TOO_LONG', '/dueBy']);
      const slow = { ...extension, toldOn: '2019-07-04' };
      expect(await refusal(`${by}/extensions`, slow)).toEqual([409, 'EXTENSION_TOO_LATE', '/toldOn']);
      const extended = await registrar().record(`${by}/extensions`, extension);
      const { items } = await read(`${path}?atLeast=${extended.receipt}`);
      expect(items).toMatchObject([{ dueBy: '2019-09-03', extensions: [{ reason: { text: 'Archives.' } }] }]);
      const partly = { answeredOn: '2019-08-30', answer: 'partly-granted', authority: DPO };
      expect(await refusal(`${by}/answers`, partly)).toEqual([409, 'GROUND_REQUIRED', '/ground']);
      await registrar().record(`${by}/answers`, { ...partly, ground: 'legal-duty' });
    });
  });
});
