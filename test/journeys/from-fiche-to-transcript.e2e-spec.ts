import { fiche28684, onEachStore } from '@minutier/testing';

import { adoption, cohortOpening, FRAMEWORK, identityOf, RULES, sentences, sessionOpening } from './classroom.js';
import { lineOf, linesOf } from './transcript-reading.js';

/** The one whole way: what the next test needs, the one before it has recorded. */
onEachStore('From the fiche to a transcript', (ledger) => {
  const fiche = fiche28684();
  const candidacies: Record<string, string> = {};
  let cohortId: string;

  it('publishes the fiche and reads back all that it counts, word for word', async () => {
    const { receipt, revision } = await ledger.as('registrar').record('frameworks', { document: fiche });
    const framework = await ledger.as('registrar').read(`frameworks/RNCP28684?atLeast=${receipt}`);
    const lines = linesOf(framework);
    const counted = lines.filter(({ count }) => count !== null);

    expect(revision).toBe(3);
    expect(framework.titleExact).toBe('Chargé(e) de communication 360°');
    expect(framework.blocks).toHaveLength(3);
    expect(framework.blocks.flatMap((block: { functions: unknown[] }) => block.functions)).toHaveLength(9);
    expect([lines.length, counted.length]).toEqual([25, 17]);
    expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(20);
    expect(lines.map(({ id, exact, count }) => [id, exact, count])).toEqual(
      linesOf(fiche).map(({ id, exact, count }) => [id, exact, count]),
    );
    expect(
      framework.blocks.map(({ code, labelExact }: { code: string; labelExact: string }) => [code, labelExact]),
    ).toEqual(fiche.blocks.map(({ code, labelExact }: { code: string; labelExact: string }) => [code, labelExact]));
  });

  it('adopts rules that list each default they take, with its reason', async () => {
    const { receipt } = await ledger.as('registrar').record('rules', adoption);
    const { versions } = await ledger.as('registrar').read(`rules/${RULES.id}?atLeast=${receipt}`);

    expect(versions).toHaveLength(1);
    expect(versions[0].authority).toEqual(adoption.authority);
    expect(versions[0].modalityRules).toHaveLength(25);
    expect(
      Object.fromEntries(
        versions[0].defaults.map((one: { setting: string; reason: string }) => [one.setting, one.reason]),
      ),
    ).toMatchObject({
      scales: 'usual-french-scale',
      referenceScale: 'first-numeric-scale',
      rounding: 'two-decimals-half-up',
      blockRule: 'half-of-the-scale',
      titleRule: 'blocks-do-not-compensate',
      mentions: 'fiche-names-none',
      partialReading: 'literal-reading-of-a12',
      functionCoefficients: 'equal-weights',
      blockCoefficients: 'equal-weights',
      modalityRules: 'equal-weights-missing-blocks',
    });
  });

  it('opens a cohort pinned to both, and its session', async () => {
    const opened = await ledger.as('registrar').record('cohorts', cohortOpening);
    cohortId = opened.id;
    const { receipt } = await ledger.as('registrar').record(`cohorts/${cohortId}/sessions`, sessionOpening);
    const { items } = await ledger.as('registrar').read(`cohorts?atLeast=${receipt}`);

    expect(items).toEqual([
      expect.objectContaining({
        cohortId,
        framework: FRAMEWORK,
        rules: RULES,
        sessions: [{ ...sessionOpening, closedOn: null }],
      }),
    ]);
  });

  it('enrols by each route that the fiche opens', async () => {
    for (const route of ['FI', 'FC', 'CQ', 'CL', 'VAE']) {
      const person = await ledger.as('registrar').record('persons', identityOf(`MARTIN-${route}`));
      const enrolment = { personId: person.id, route, enteredOn: '2018-10-01' };
      const enrolled = await ledger.as('registrar').record(`cohorts/${cohortId}/candidacies`, enrolment);
      candidacies[route] = enrolled.id;
      const file = await ledger.as('registrar').read(`candidacies/${enrolled.id}?atLeast=${enrolled.receipt}`);
      expect(file).toMatchObject({ route, cohortId, identity: { birthName: `MARTIN-${route}` }, evaluations: [] });
    }
  });

  it('refuses apprenticeship in the words of the fiche', async () => {
    const person = await ledger.as('registrar').record('persons', identityOf('APPRENTIE'));
    const enrolment = { personId: person.id, route: 'CA', enteredOn: '2018-10-01' };
    const { status, body } = await ledger.as('registrar').post(`cohorts/${cohortId}/candidacies`, enrolment);

    expect([status, body.code, body.pointer]).toEqual([409, 'ROUTE_CLOSED', '/route']);
    expect(body.detail).toContain(fiche.accessRoutes.find(({ code }: { code: string }) => code === 'CA').exact);
  });

  it('records the four kinds, each with its own facts', async () => {
    const { caseStudy, rolePlay, companyAssessment, oralDefence } = sentences(ledger);
    const assessor = ledger.as('assessor');
    const path = `candidacies/${candidacies.CQ}`;
    await assessor.record(`${path}/case-studies`, caseStudy('14.50', { appreciation: 'Sujet bien compris.' }));
    await assessor.record(`${path}/role-plays`, rolePlay('12'));
    await assessor.record(`${path}/company-assessments`, companyAssessment('16.25'));
    const { receipt } = await assessor.record(`${path}/oral-defences`, oralDefence('13.75'));
    const { evaluations, revision } = await assessor.read(`${path}?atLeast=${receipt}`);

    expect(revision).toBe(4);
    expect(evaluations.map(({ kind, modality }: { kind: string; modality: string }) => [kind, modality])).toEqual([
      ['case-study', 'F1-M1'],
      ['role-play', 'F5-M2'],
      ['company-assessment', 'F6-M1'],
      ['oral-defence', 'F6-M3'],
    ]);
    const [study, , company, oral] = evaluations;
    expect(study.appreciation).toBe('Sujet bien compris.');
    expect(company.facts).toMatchObject({ companyTutorId: ledger.cast.tutor, company: { name: 'Agence Exemple' } });
    expect(oral.facts).toMatchObject({
      startedAt: '2019-06-18T07:00:00.000Z',
      panel: [{ role: 'president' }, { role: 'member' }],
    });
  });

  it('records no line that a VAE candidate does not sit', async () => {
    const { caseStudy } = sentences(ledger);
    const { status, body } = await ledger
      .as('assessor')
      .post(`candidacies/${candidacies.VAE}/case-studies`, caseStudy('14'));
    expect([status, body.code]).toEqual([409, 'ROUTE_DOES_NOT_SIT']);
  });

  it('answers a transcript of exact decimals that says what is missing', async () => {
    const transcript = await ledger.as('registrar').read(`candidacies/${candidacies.CQ}/transcript`);

    expect(transcript).toMatchObject({
      calculation: 2,
      framework: FRAMEWORK,
      rules: RULES,
      referenceScale: 'twenty',
      overall: null,
    });
    expect(['F1-M1', 'F6-M1', 'F6-M3'].map((line) => lineOf(transcript, line).result)).toEqual([
      '14.50',
      '16.25',
      '13.75',
    ]);
    expect(lineOf(transcript, 'F5-M2')).toMatchObject({
      standing: 'open',
      reasons: [{ code: 'mark-missing', occurrence: 2 }],
    });
    expect(transcript.proposed.outcome).toBe('open');
    // 20 evaluations are counted, 4 of them are recorded.
    expect(transcript.missing).toHaveLength(16);
    expect(transcript.missing).not.toContainEqual(expect.objectContaining({ modality: 'F1-M1' }));
  });

  it('proposes a block once all of its lines are there: means of means, each rounded as the rules say', async () => {
    const { caseStudy } = sentences(ledger);
    const path = `candidacies/${candidacies.FI}`;
    const spoken = {
      conduct: { assessors: [{ assessorId: ledger.cast.assessor }], agreedBy: 'single', written: true, oral: true },
    };
    let receipt = '';
    for (const [modality, mark, how] of [
      ['F8-M1', '14.5', {}],
      ['F8-M2', '12', spoken],
      ['F9-M1', '11.25', {}],
      ['F9-M2', '13', spoken],
    ] as const)
      ({ receipt } = await ledger.as('assessor').record(`${path}/case-studies`, caseStudy(mark, { modality, ...how })));
    const { blocks, proposed } = await ledger.as('registrar').read(`${path}/transcript?atLeast=${receipt}`);

    // (14.5 + 12) / 2 = 13.25; (11.25 + 13) / 2 = 12.125, so 12.13; (13.25 + 12.13) / 2 = 12.69.
    expect(blocks[0].functions.map(({ code, result }: { code: string; result: string }) => [code, result])).toEqual([
      ['F8', '13.25'],
      ['F9', '12.13'],
    ]);
    expect(blocks[0]).toMatchObject({ code: 'RNCP28684BC01', result: '12.69', proposed: 'validated' });
    expect(proposed).toMatchObject({ outcome: 'open', validatedBlocks: ['RNCP28684BC01'] });
  });

  it('shows on the cohort board who misses what, and in the audit trail who did it', async () => {
    const { items } = await ledger.as('registrar').read(`cohorts/${cohortId}/candidacies`);
    const { CQ } = candidacies;
    const audit = await ledger.as('registrar').read(`audit/events?candidacy=${CQ}`);

    expect(items).toHaveLength(5);
    const item = items.find(({ candidacyId }: { candidacyId: string }) => candidacyId === CQ);
    expect([item.recorded, item.missing.length]).toEqual([4, 16]);
    expect(audit.items.map(({ type }: { type: string }) => type)).toEqual([
      'Enrolled',
      'CaseStudyAssessed',
      'RolePlayAssessed',
      'CompanyAssessed',
      'OralDefenceAssessed',
    ]);
    expect(audit.items[1]).toMatchObject({
      version: 1,
      stream: `candidacy-${CQ}`,
      revision: 1,
      actor: { id: ledger.cast.assessor, role: 'assessor', authentication: 'none' },
      data: { modality: 'F1-M1', outcome: { result: { scale: 'twenty', value: '14.50' } } },
    });
  });
});
