import { setTimeout as pause } from 'node:timers/promises';

import { onEachStore } from '@minutier/testing';

import { identityOf, openClassroom } from './classroom.js';

/** Goal: every read of one moment names the candidate as he was named then, and the reads of now as he is named now. */
onEachStore('A candidate whose name changes', (ledger) => {
  const registrar = () => ledger.as('registrar');

  it('is read under the name of the moment asked, by every read that names candidates', async () => {
    const { cohortId, candidacies } = await openClassroom(ledger, ['MARTIN']);
    const candidacy = `candidacies/${candidacies[0]}`;
    const { personId, asOf } = await registrar().read(candidacy);
    await pause(5);
    const { receipt } = await registrar().record(`persons/${personId}/identity-corrections`, {
      identityVersion: 2,
      identity: { ...identityOf('MARTIN').identity, usualName: 'DURAND' },
      reason: 'name-changed',
      effectiveOn: '2019-03-15',
      document: 'EC-2019-114',
      authority: { code: 'examination-office', document: 'NOTE-12' },
    });
    const usualNames = async (question: string) => {
      const one = await Promise.all(
        ['', '/transcript', '/standing'].map((read) => registrar().read(`${candidacy}${read}?${question}`)),
      );
      const lists = await Promise.all(
        ['candidacies', 'borderline'].map((read) => registrar().read(`cohorts/${cohortId}/${read}?${question}`)),
      );
      const sheet = await registrar().read(`cohorts/${cohortId}/mark-sheet?modality=F1-M1&${question}`);
      const named = [...one, ...lists.flatMap(({ items }) => items), ...sheet.lines];
      return named.map(({ identity }) => identity?.usualName);
    };
    expect(await usualNames(`atLeast=${receipt}`)).toEqual(Array.from({ length: 6 }, () => 'DURAND'));
    expect(await usualNames(`asOf=${asOf.effectiveAt}`)).toEqual(Array.from({ length: 6 }, () => null));
  });
});
