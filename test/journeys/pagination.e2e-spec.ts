import { type Answer, onEachStore } from '@minutier/testing';

import { cohortOpening, type Classroom, identityOf, openClassroom } from './classroom.js';

const NAMES = ['MARTIN', 'DURAND', 'PETIT', 'ROUX', 'MOREL', 'FAURE', 'BLANC'];

onEachStore('Pages of a list', (ledger) => {
  let room: Classroom;
  let evaluation: string;
  beforeAll(async () => {
    room = await openClassroom(ledger, NAMES);
    const path = `candidacies/${room.candidacies[0]}`;
    const recorded = await ledger.as('assessor').record(`${path}/case-studies`, room.caseStudy('20'));
    evaluation = `${path}/evaluations/${recorded.evaluationId}`;
    await ledger.as('registrar').read(`${path}?atLeast=${recorded.receipt}`);
  });

  /** Every page, from a first address to the last `next`; between two pages, something is written. */
  async function pagesFrom(first: string, meanwhile: () => Promise<unknown>): Promise<Answer['body'][]> {
    const pages: Answer['body'][] = [];
    for (let next: string | null = first; next !== null;) {
      const page = await ledger.as('registrar').read(next);
      pages.push(page);
      next = page.next;
      if (next !== null) {
        expect(next).toMatch(/^\/api\/v1\/[^\s]+\?[^\s]+$/);
        await meanwhile();
      }
    }
    return pages;
  }

  let written = 0;
  async function writeMore(): Promise<void> {
    written += 1;
    const registrar = ledger.as('registrar');
    const { id: cohort } = await registrar.record('cohorts', { ...cohortOpening, code: `2018-${written}` });
    const { id: personId } = await registrar.record('persons', identityOf(`NOUVEAU${written}`));
    const enrolment = { personId, route: 'FI', enteredOn: '2018-10-01' };
    await registrar.record(`cohorts/${room.cohortId}/candidacies`, enrolment);
    const { receipt } = await registrar.record(`${evaluation}/corrections`, room.correction(`${written / 4}`));
    await registrar.read(`cohorts/${cohort}?atLeast=${receipt}`);
  }

  it.each([
    ['the audit trail', () => 'audit/events?limit=7', (item: Answer['body']) => item.id],
    ['a part of it', () => 'audit/events?type=ModalityRuleAdopted&limit=7', (item: Answer['body']) => item.id],
    ['a board', () => `cohorts/${room.cohortId}/candidacies?limit=3`, (item: Answer['body']) => item.candidacyId],
    ['a list of cohorts', () => 'cohorts?limit=1', (item: Answer['body']) => item.cohortId],
  ])('of %s stay as of one moment while others write, and give each item once', async (_list, address, idOf) => {
    const whole = await ledger.as('registrar').read(address().replace(/limit=\d+/, 'limit=500'));
    const pages = await pagesFrom(address(), writeMore);
    const items = pages.flatMap((page) => page.items);

    expect(whole.next).toBeNull();
    expect(items).toEqual(whole.items);
    expect(new Set(items.map(idOf)).size).toBe(items.length);
    expect(pages.map(({ asOf }) => asOf)).toEqual(pages.map(() => whole.asOf));
  });

  it('end where the last page is full', async () => {
    const { items } = await ledger.as('registrar').read('frameworks');
    const page = await ledger.as('registrar').read(`frameworks?limit=${items.length}`);
    expect([page.items.length, page.next]).toEqual([items.length, null]);
  });

  it('keep the moment that was asked for', async () => {
    const { asOf } = await ledger.as('registrar').read('audit/events?limit=1');
    await writeMore();
    const pages = await pagesFrom(`audit/events?limit=20&asOf=${asOf.effectiveAt}`, writeMore);
    expect(pages.flatMap((page) => page.items)).toHaveLength(pages[0].asOf.ordinal + 1);
    expect(pages.flatMap((page) => page.items).map(({ ordinal }) => ordinal)).toEqual(
      Array.from({ length: asOf.ordinal + 1 }, (_, ordinal) => ordinal),
    );
  });
});
