import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { onEachStore } from '@minutier/testing';
import { v4 as uuid } from 'uuid';

import { type Classroom, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

onEachStore('Stopped and started again', (ledger) => {
  let room: Classroom;
  let paths: string[];
  let before: unknown[];
  const key = { 'idempotency-key': uuid() };
  const answers = () => Promise.all(paths.map((path) => ledger.as('registrar').read(path)));

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
    const [first, second] = room.candidacies as [string, string];
    const assessor = ledger.as('assessor');
    const { evaluationId } = await assessor.record(`candidacies/${first}/case-studies`, room.caseStudy('11'), key);
    const { asOf: earlier } = await ledger.as('registrar').read('cohorts');
    await ledger
      .as('registrar')
      .record(
        `candidacies/${first}/evaluations/${evaluationId}/corrections`,
        room.correction('14.50', { explanation: 'Une erreur de saisie.' }),
      );
    const members = [{ candidacyId: first }, { candidacyId: second, appreciation: 'Discret.' }];
    const group = await assessor.record(`cohorts/${room.cohortId}/group-role-plays`, room.groupRolePlay('13', members));
    paths = [
      ...[first, second].flatMap((one) => [`candidacies/${one}`, `candidacies/${one}/transcript`]),
      `candidacies/${first}/transcript?asOf=${earlier.effectiveAt}`,
      ...['', `?asOf=${earlier.effectiveAt}`].map((asOf) => `cohorts/${room.cohortId}/candidacies${asOf}`),
      `cohorts/${room.cohortId}/group-works`,
      'frameworks/RNCP28684',
      'rules/reglement-28684',
      'cohorts',
      'actors',
      'audit/events?limit=500',
    ];
    await eventually(async () => {
      const { lines } = await ledger.as('registrar').read(`group-works/${group.id}?atLeast=${group.receipt}`);
      expect(lines).toMatchObject([{ standing: 'recorded' }, { standing: 'recorded' }]);
    });
    before = await answers();
  });

  it('gives the same answers', async () => {
    await ledger.stop();
    await ledger.start();
    expect(await answers()).toEqual(before);
  });

  it('meets a repeat of a command with its first receipt, and nothing reacts twice', async () => {
    const path = `candidacies/${room.candidacies[0]}/case-studies`;
    const again = await ledger.as('assessor').record(path, room.caseStudy('11'), key);
    expect(again.revision).toBe(1);
    expect(await answers()).toEqual(before);
  });

  it('rebuilds its views where they are gone, and gives the same answers', async () => {
    await ledger.stop();
    for (const file of ['views.sqlite', 'views.sqlite-wal', 'views.sqlite-shm'])
      await rm(join(ledger.folder, file), { force: true });
    await ledger.start();
    expect(await answers()).toEqual(before);
  });

  it('goes on', async () => {
    const study = room.caseStudy('12', { modality: 'F5-M1' });
    const path = `candidacies/${room.candidacies[0]}`;
    const { receipt } = await ledger.as('assessor').record(`${path}/case-studies`, study);
    const { revision } = await ledger.as('registrar').read(`${path}?atLeast=${receipt}`);
    expect(revision).toBe(4);
  });
});
