import { onEachStore } from '@minutier/testing';

import { adoption, type Classroom, openClassroom, RULES } from './classroom.js';

const BC01 = 'RNCP28684BC01';

/** What is recognised without a mark counts in the transcript, and no more once it is revoked; other rules are asked about before they are adopted. */
onEachStore('Transcripts beyond marks', (ledger) => {
  let room: Classroom;
  const registrar = () => ledger.as('registrar');
  const block = async (receipt: string) => {
    const transcript = await registrar().read(`candidacies/${room.candidacies[0]}/transcript?atLeast=${receipt}`);
    return transcript.blocks.find(({ code }: { code: string }) => code === BC01);
  };

  const onSheet = async (): Promise<string[]> => {
    const { lines } = await registrar().read(`cohorts/${room.cohortId}/mark-sheet?modality=F8-M1`);
    return lines.map(({ candidacyId }: { candidacyId: string }) => candidacyId);
  };

  beforeAll(async () => {
    room = await openClassroom(ledger, ['MARTIN', 'DURAND']);
  });

  it('show a block recognised by an equivalence, without a mark, until it is revoked', async () => {
    const authority = { code: 'equivalence-board', document: 'PV-EQ-2018-04' };
    const granted = await registrar().record(`candidacies/${room.candidacies[0]}/equivalences`, {
      level: 'block',
      code: BC01,
      source: { number: 'RNCP35608', block: 'RNCP35608BC02' },
      documentSeen: 'DIPLOME-2016-118',
      decidedOn: '2018-11-12',
      authority,
    });
    expect(await block(granted.receipt)).toMatchObject({ proposed: 'validated', origin: 'equivalence', result: null });
    // F8-M1 is a line of that block: no mark of the first candidate is asked for while the equivalence stands.
    expect(await onSheet()).toEqual([room.candidacies[1]]);

    const revoked = await registrar().record(
      `candidacies/${room.candidacies[0]}/equivalences/${granted.equivalenceId}/revocations`,
      { reason: 'document-false', authority },
    );
    expect(await block(revoked.receipt)).toMatchObject({ proposed: 'open', origin: 'session' });
    expect((await onSheet()).sort()).toEqual([...room.candidacies].sort());
  });

  it('say who would change under a draft of the rules, and record nothing', async () => {
    const { receipt } = await ledger
      .as('assessor')
      .record(`candidacies/${room.candidacies[1]}/case-studies`, room.caseStudy('9'));
    await registrar().read(`cohorts?atLeast=${receipt}`);
    const before = await registrar().read('audit/events?limit=500');
    const { rulesId: _id, framework: _framework, ...draft } = adoption;
    const answered = await registrar().post(`rules/${RULES.id}/what-if`, {
      cohortId: room.cohortId,
      draft: { ...draft, blockRule: { threshold: '12' } },
    });
    expect(answered.status).toBe(200);
    expect(answered.body).toMatchObject({ then: { version: 2, adopted: false }, changed: [], unchanged: 2 });
    const wrong = await registrar().post(`rules/${RULES.id}/what-if`, { cohortId: room.cohortId, version: 4 });
    expect([wrong.status, wrong.body.code, wrong.body.pointer]).toEqual([409, 'RULES_NOT_ADOPTED', '/version']);
    expect(await registrar().read('audit/events?limit=500')).toEqual(before);
  });

  it('list what is missing, and whom one mark would help', async () => {
    // Numbers are derived: the two stand in the order of these, not of their names.
    const missing = await registrar().read(`cohorts/${room.cohortId}/missing-marks`);
    expect(missing.items).toHaveLength(2);
    const counts = missing.items.map((one: { candidacyId: string; missing: unknown[] }) => [
      one.candidacyId,
      one.missing.length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({ [room.candidacies[0]!]: 20, [room.candidacies[1]!]: 19 });
    const border = await registrar().read(`cohorts/${room.cohortId}/borderline`);
    expect(border.items.map(({ marks }: { marks: unknown[] }) => marks)).toEqual([[], []]);
  });
});
