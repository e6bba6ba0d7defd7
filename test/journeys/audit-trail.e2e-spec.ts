import { type Answer, onEachStore } from '@minutier/testing';

import { type Classroom, onTwenty, openClassroom } from './classroom.js';
import { eventually } from './eventually.js';

type Told = Answer['body'];

onEachStore('The trail of every event', (ledger) => {
  let room: Classroom;
  let candidacy: string;
  let personId: string;
  const read = (path: string): Promise<Told> => ledger.as('registrar').read(path);
  const of = (query: string): Promise<Told> => read(`audit/events?${query}&limit=500`);
  const types = ({ items }: Told): string[] => items.map(({ type }: Told) => type);
  const ids = ({ items }: Told): string[] => items.map(({ id }: Told) => id);

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
    [candidacy] = room.candidacies as [string];
    ({ personId } = await read(`candidacies/${candidacy}`));
    const assessor = ledger.as('assessor');
    const study = room.caseStudy('11', { appreciation: 'Un peu court.' });
    const { evaluationId } = await assessor.record(`candidacies/${candidacy}/case-studies`, study);
    await assessor.record(`candidacies/${room.candidacies[1]}/case-studies`, room.caseStudy('9'));
    const members = room.candidacies.map((candidacyId) => ({ candidacyId }));
    const work = await assessor.record(`cohorts/${room.cohortId}/group-role-plays`, room.groupRolePlay('13', members));
    for (const value of ['12', '13']) {
      const correction = room.correction(value, { outcome: onTwenty(value) });
      await ledger
        .as('registrar')
        .record(`candidacies/${candidacy}/evaluations/${evaluationId}/corrections`, correction);
    }
    await eventually(async () => {
      const { lines } = await read(`group-works/${work.id}?atLeast=${work.receipt}`);
      expect(lines.map(({ standing }: Told) => standing)).toEqual(['recorded', 'recorded']);
      expect(types(await of(`candidacy=${candidacy}&type=EvaluationCorrected`))).toHaveLength(2);
    });
  });

  it('finds what concerns a candidacy, in its own file and elsewhere, and nothing of another', async () => {
    const concerning = await of(`candidacy=${candidacy}`);
    expect(types(concerning)).toEqual(
      expect.arrayContaining(['Enrolled', 'CaseStudyAssessed', 'GroupRolePlayAssessed', 'RolePlayAssessed']),
    );
    expect(types(concerning).filter((type) => type === 'GroupWorkLineAssessed')).toHaveLength(1);
    const streams = new Set(concerning.items.map(({ stream }: Told) => stream.split('-')[0]));
    expect([...streams].sort()).toEqual(['candidacy', 'groupwork']);
    expect(JSON.stringify(concerning)).not.toContain(room.candidacies[1]);
    expect(types(await of(`candidacy=${candidacy}&type=GroupWorkLineAssessed`))).toEqual(['GroupWorkLineAssessed']);
    expect(types(await of(`candidacy=${candidacy}&actor=${ledger.cast.assessor}`))).toEqual([
      'CaseStudyAssessed',
      'GroupRolePlayAssessed',
      'GroupWorkLineAssessed',
    ]);
    const [group] = (await of(`candidacy=${candidacy}&type=GroupRolePlayAssessed`)).items;
    expect(types(await of(`candidacy=${candidacy}&correlation=${group.correlationId}`))).toEqual([
      'GroupRolePlayAssessed',
      'GroupWorkLineAssessed',
      'RolePlayAssessed',
    ]);
    expect(types(await of(`candidacy=${candidacy}&stream=cohort-${room.cohortId}`))).toEqual([]);
  });

  it('finds a person’s life, and stays sealed', async () => {
    const person = await of(`person=${personId}`);
    const concerning = await of(`candidacy=${candidacy}`);
    expect(types(person)[0]).toBe('IdentityRecorded');
    expect(ids(person).slice(1)).toEqual(ids(concerning));
    expect(ids(await of(`person=${personId}&candidacy=${candidacy}`))).toEqual(ids(concerning));
    expect(JSON.stringify(person)).not.toContain('Un peu court');
    const { data } = person.items.find(({ type }: Told) => type === 'CaseStudyAssessed');
    expect(data.appreciation).toMatchObject({ alg: 'A256GCM' });
  });

  it('is read page by page, whatever was asked', async () => {
    for (const query of [
      `candidacy=${candidacy}`,
      `stream=candidacy-${candidacy}`,
      `actor=${ledger.cast.assessor}`,
      `stream=candidacy-${candidacy}&type=EvaluationCorrected`,
    ]) {
      const paged: string[] = [];
      for (let next: string | null = `/api/v1/audit/events?${query}&limit=1`; next !== null;) {
        const page: Told = await read(next);
        paged.push(...ids(page));
        ({ next } = page);
      }
      expect([query, paged]).toEqual([query, ids(await of(query))]);
    }
  });

  it('is asked for a period of recording, on top of whatever else', async () => {
    const all = await of('');
    const at = all.items[20].effectiveAt;
    const from = all.items.filter(({ effectiveAt }: Told) => effectiveAt >= at);
    const until = all.items.filter(({ effectiveAt }: Told) => effectiveAt <= at);
    expect((await of(`from=${at}`)).items).toEqual(from);
    expect((await of(`to=${at}`)).items).toEqual(until);
    const corrected = ({ type }: Told) => type === 'EvaluationCorrected';
    expect((await of(`from=${at}&type=EvaluationCorrected`)).items).toEqual(from.filter(corrected));
    const own = ids(await of(`candidacy=${candidacy}`));
    expect(ids(await of(`candidacy=${candidacy}&from=${at}`))).toEqual(
      ids({ items: from }).filter((id) => own.includes(id)),
    );
    expect(types(await of('from=2018-01-01&to=2018-12-31'))).toEqual([]);
    const today = all.items.at(-1).effectiveAt.slice(0, 10);
    expect(ids(await of(`from=2018-01-01&to=${today}T23:59:59.999Z`))).toEqual(ids(all));

    const first = await read(`audit/events?from=${at}&to=${all.items[30].effectiveAt}&limit=5`);
    const second = await read(first.next);
    expect([...ids(first), ...ids(second)]).toEqual(ids({ items: from }).slice(0, 10));
  });

  it('is asked as of a moment', async () => {
    const [, last] = (await of(`candidacy=${candidacy}&type=EvaluationCorrected`)).items;
    const before = new Date(Date.parse(last.effectiveAt) - 1).toISOString();
    expect(types(await of(`candidacy=${candidacy}&asOf=${before}`))).not.toEqual(
      types(await of(`candidacy=${candidacy}`)),
    );
    expect(ids(await of(`candidacy=${candidacy}&asOf=${before}`))).not.toContain(last.id);
    expect(await of(`candidacy=${candidacy}&asOf=2001-01-01`)).toMatchObject({ items: [], next: null });
  });

  it('says what is wrong with a question', async () => {
    for (const [query, code, parameter] of [
      ['person=x', 'NOT_A_UUID', 'person'],
      ['from=yesterday', 'NOT_AN_INSTANT', 'from'],
      ['to=12', 'NOT_AN_INSTANT', 'to'],
      ['cursor=abc', 'CURSOR_MALFORMED', 'cursor'],
      ['subject=x', 'FIELD_UNKNOWN', 'subject'],
    ]) {
      const { status, body } = await ledger.as('registrar').get(`audit/events?${query}`);
      expect([query, status, body.code, body.parameter]).toEqual([query, 400, code, parameter]);
    }
  });
});
