import { type Answer, onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, identityOf, onTwenty, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

onEachStore('Role plays of a group', (ledger) => {
  let room: Classroom;
  let experienced: string;
  const read = (path: string): Promise<Answer['body']> => ledger.as('registrar').read(path);

  /** Records a group's work and waits until each line is in its file, or refused there. */
  async function settled(value: string, members: readonly object[], changes?: object, key: string = uuid()) {
    const work = room.groupRolePlay(value, members, changes);
    const path = `cohorts/${room.cohortId}/group-role-plays`;
    const receipt = await ledger.as('assessor').record(path, work, { 'idempotency-key': key });
    const known = await eventually(async () => {
      const group = await read(`group-works/${receipt.id}?atLeast=${receipt.receipt}`);
      expect(group.lines.map(({ standing }: Answer['body']) => standing)).not.toContain('pending');
      return group;
    });
    return { receipt, path, work, group: known };
  }

  const marksOf = async (candidacy: string): Promise<Answer['body'][]> =>
    (await read(`candidacies/${candidacy}`)).evaluations;

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND', 'PETIT', 'ROUX']);
    const person = await ledger.as('registrar').record('persons', identityOf('MOREL'));
    const enrolment = { personId: person.id, route: 'VAE', enteredOn: '2018-10-01' };
    ({ id: experienced } = await ledger.as('registrar').record(`cohorts/${room.cohortId}/candidacies`, enrolment));
  });

  it('reach the file of each member, deviations with their reason', async () => {
    const [first, second, third] = room.candidacies;
    const deviation = { code: 'individual-part', text: 'A porté seule la présentation.' };
    const { group, receipt } = await settled('13.5', [
      { candidacyId: first, appreciation: 'À l’aise.' },
      { candidacyId: second, outcome: onTwenty('15'), deviation },
      { candidacyId: third, outcome: { kind: 'absence', justified: true, document: 'CERT-0042' } },
    ]);

    expect(group).toMatchObject({ memberCount: 3, modality: 'F1-M2', result: { value: '13.5' } });
    expect(group.lines.map(({ standing }: Answer['body']) => standing)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(group.lines[1].deviation).toEqual(deviation);
    const outcomes = await Promise.all([first, second, third].map(async (one) => (await marksOf(one!))[0]));
    expect(outcomes).toMatchObject([
      { kind: 'role-play', outcome: onTwenty('13.5'), appreciation: 'À l’aise.', origin: { id: receipt.id, line: 1 } },
      { outcome: onTwenty('15'), origin: { kind: 'group-work', id: receipt.id, line: 2 } },
      {
        outcome: { kind: 'absence', justified: true },
        conduct: null,
        facts: null,
        origin: { id: receipt.id, line: 3 },
      },
    ]);
  });

  it('say who caused each line: the reaction acts, the group’s command is its origin', async () => {
    const { items } = await read(`audit/events?candidacy=${room.candidacies[0]}&type=RolePlayAssessed`);
    const [group] = (await read('audit/events?type=GroupRolePlayAssessed')).items;
    expect(items[0].actor).toMatchObject({ role: 'reaction', authentication: 'system' });
    expect(items[0].correlationId).toBe(group.correlationId);
    const causes = (await read('audit/events?type=GroupWorkLineAssessed')).items.map(({ id }: Answer['body']) => id);
    expect(causes).toContain(items[0].causationId);
  });

  it('are reported where a file refuses its line, and the other lines stand', async () => {
    const [first, , , fourth] = room.candidacies;
    const { group, receipt } = await settled('11', [
      { candidacyId: first },
      { candidacyId: fourth },
      { candidacyId: experienced },
    ]);

    expect(group.lines.map(({ standing, refused }: Answer['body']) => [standing, refused])).toEqual([
      ['refused', 'EVALUATION_ALREADY_RECORDED'],
      ['recorded', null],
      ['refused', 'ROUTE_DOES_NOT_SIT'],
    ]);
    expect((await marksOf(first!)).map(({ outcome }: Answer['body']) => outcome)).toEqual([onTwenty('13.5')]);
    expect(await marksOf(experienced)).toEqual([]);
    await eventually(async () => {
      const { items } = await read(`audit/events?stream=groupwork-${receipt.id}&type=GroupWorkLineReportedRefused`);
      expect(items.map(({ data }: Answer['body']) => data.refused).sort()).toEqual([
        'EVALUATION_ALREADY_RECORDED',
        'ROUTE_DOES_NOT_SIT',
      ]);
    });
  });

  it('add nothing when the same command is repeated', async () => {
    const key = uuid();
    const members = room.candidacies.slice(1, 3).map((candidacyId) => ({ candidacyId }));
    const { receipt, path, work } = await settled('12', members, { modality: 'F3-M2' }, key);
    const before = await read('audit/events?limit=500');
    const again = await Promise.all(
      [1, 2, 3].map(() => ledger.as('assessor').record(path, work, { 'idempotency-key': key })),
    );
    expect(again).toEqual([receipt, receipt, receipt]);

    // A later write of another kind is carried by the same reactions: once it is through, so would be a double.
    await settled('10', [{ candidacyId: room.candidacies[0] }, { candidacyId: room.candidacies[3] }], {
      modality: 'F3-M2',
    });
    const { items } = await read('audit/events?limit=500');
    const added = items.slice(before.items.length).map(({ type }: Answer['body']) => type);
    expect(added.sort()).toEqual([
      'GroupRolePlayAssessed',
      'GroupWorkLineAssessed',
      'GroupWorkLineAssessed',
      'RolePlayAssessed',
      'RolePlayAssessed',
    ]);
  });

  it('are listed for their cohort, and counted on its board', async () => {
    const works = await read(`cohorts/${room.cohortId}/group-works`);
    expect(works.items).toHaveLength(4);
    const board = await read(`cohorts/${room.cohortId}/candidacies`);
    const recorded = Object.fromEntries(board.items.map((item: Answer['body']) => [item.candidacyId, item.recorded]));
    expect(room.candidacies.map((candidacy) => recorded[candidacy])).toEqual([2, 2, 2, 2]);
  });

  it('are the only way into a line that the fiche gives to groups', async () => {
    const alone = room.rolePlay('14', { modality: 'F1-M2', attempt: 2 });
    const { status, body } = await ledger.as('assessor').post(`candidacies/${room.candidacies[0]}/role-plays`, alone);
    expect([status, body.code, body.pointer]).toEqual([409, 'GROUP_WORK_REQUIRED', '/modality']);
  });
});
