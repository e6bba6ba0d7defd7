import type { Rules, SubstituteLine } from '@minutier/framework';

import { framework } from '../../framework/src/framework.examples.js';
import { DEMONSTRATION, rules } from '../../framework/src/rules.examples.js';
import type { CountedEvaluation } from './modality-result.js';
import { recordedIn } from './proposals.js';
import { type Covers, NO_COVERS, transcriptResults } from './results.js';
import { BLOCKS, evaluated, everyEvaluation } from './transcript.examples.js';

const [BC01, BC02, BC03] = BLOCKS;
const demonstration = rules(DEMONSTRATION);
const results = (
  evaluations: readonly CountedEvaluation[],
  covers: Partial<Covers> = {},
  under: Rules = demonstration,
  route = 'CQ',
) => transcriptResults(framework(), under, { route, evaluations, covers: { ...NO_COVERS, ...covers } });
const without = (...lines: string[]) => everyEvaluation('12').filter(({ modality }) => !lines.includes(modality));
const block = (of: ReturnType<typeof results>, code: string) => of.blocks.find((one) => one.code === code)!;

describe('a block carried over', () => {
  const lines = ['F8-M1', 'F8-M2', 'F8-M3', 'F9-M1', 'F9-M2', 'F9-M3'];
  const kept = results(without(...lines), { carriedBlocks: [BC01] });

  it('is validated as kept, without a mark (« les composantes acquises le sont à vie »)', () => {
    expect(block(kept, BC01)).toMatchObject({
      origin: 'kept',
      proposed: 'validated',
      result: null,
      reasons: [{ code: 'carried-over', block: BC01 }],
    });
  });

  it('weighs nothing in the overall mean, and leaves nothing missing', () => {
    expect(kept).toMatchObject({ overall: '12.00', missing: [], proposed: { outcome: 'admitted' } });
  });

  it('admits who holds all three', () => {
    const all = results([], { carriedBlocks: BLOCKS });
    expect(all).toMatchObject({
      overall: null,
      mention: null,
      proposed: { outcome: 'admitted', validatedBlocks: BLOCKS },
    });
  });

  it('counts once, whatever was also assessed under it', () => {
    const both = results(everyEvaluation('4'), {
      carriedBlocks: [BC01],
      equivalences: [{ level: 'block', code: BC01 }],
    });
    expect(both.proposed.validatedBlocks).toEqual([BC01]);
  });
});

describe('an equivalence', () => {
  it('of a line leaves it out of its function', () => {
    const [line] = results(without('F8-M1'), { equivalences: [{ level: 'modality', code: 'F8-M1' }] }).blocks.flatMap(
      ({ functions }) =>
        functions.flatMap(({ modalities }) => modalities.filter(({ modality }) => modality === 'F8-M1')),
    );
    expect(line).toMatchObject({ standing: 'neutral', result: null, reasons: [{ code: 'equivalence' }] });
  });

  it('of a function leaves it out of its block', () => {
    const of = results(without('F8-M1', 'F8-M2', 'F8-M3'), { equivalences: [{ level: 'function', code: 'F8' }] });
    expect(block(of, BC01)).toMatchObject({ origin: 'session', proposed: 'validated', result: '12.00' });
    expect(of.missing).toEqual([]);
  });

  it('of every function of a block validates the block as recognised', () => {
    const of = results([], {
      equivalences: [
        { level: 'function', code: 'F8' },
        { level: 'function', code: 'F9' },
      ],
    });
    expect(block(of, BC01)).toMatchObject({ origin: 'equivalence', proposed: 'validated' });
  });
});

describe('a line of the rules', () => {
  const interview = (replaces: SubstituteLine['replaces'], line: string): SubstituteLine => ({
    line,
    labelExact: 'Entretien VAE',
    kind: 'vae-interview',
    work: 'individual',
    written: false,
    oral: true,
    replaces,
    routes: ['VAE'],
    scale: 'twenty',
    coefficient: '1',
    floor: null,
    missing: 'blocks',
    justifiedAbsence: 'blocks',
    unjustifiedAbsence: 'zero',
    countingAttempt: 'last',
    expectedOccurrences: 1,
  });
  const substituteLines = BLOCKS.map((code, index) =>
    interview({ level: 'block', codes: [code] }, `VAE-BC0${index + 1}`),
  );
  const under = { ...demonstration, substituteLines };

  it('stands for a whole block on its route: a VAE candidate sits none of the 20 evaluations (A19)', () => {
    const vae = results(
      BLOCKS.map((_, index) => evaluated(`VAE-BC0${index + 1}`, '13')),
      {},
      under,
      'VAE',
    );
    expect(vae).toMatchObject({ overall: '13.00', missing: [], proposed: { outcome: 'admitted' } });
    expect(block(vae, BC02).substitutes).toMatchObject([
      { modality: 'VAE-BC02', exact: 'Entretien VAE', result: '13.00' },
    ]);
  });

  it('is counted among what is recorded, once whatever it stands for', () => {
    const whole = interview({ level: 'block', codes: [...BLOCKS] }, 'VAE-TITRE');
    const vae = results([evaluated('VAE-TITRE', '13')], {}, { ...demonstration, substituteLines: [whole] }, 'VAE');
    expect([recordedIn(vae.blocks), recordedIn(results(everyEvaluation('12')).blocks)]).toEqual([1, 20]);
  });

  it('is missing until it is held', () => {
    expect(results([], {}, under, 'VAE').missing).toMatchObject([
      { code: 'mark-missing', modality: 'VAE-BC01' },
      { modality: 'VAE-BC02' },
      { modality: 'VAE-BC03' },
    ]);
  });

  it('is not asked on another route', () => {
    expect(results(everyEvaluation('12'), {}, under)).toMatchObject({ overall: '12.00', missing: [] });
  });

  it('may stand for a function, or for one line', () => {
    const one = { ...demonstration, substituteLines: [interview({ level: 'function', codes: ['F8'] }, 'VAE-F8')] };
    const f8 = results([evaluated('VAE-F8', '15')], {}, one, 'VAE').blocks.flatMap(({ functions }) => functions)[0];
    expect(f8).toMatchObject({ code: 'F8', result: '15.00', substitutes: [{ modality: 'VAE-F8' }] });
  });
});

describe('a function recognised line by line', () => {
  it('asks for no line of the rules that stands for it', () => {
    const replaced: SubstituteLine = {
      line: 'FONCTION-8',
      labelExact: 'Entretien',
      kind: 'vae-interview',
      work: 'individual',
      written: false,
      oral: true,
      replaces: { level: 'function', codes: ['F8'] },
      routes: ['CQ'],
      scale: 'twenty',
      coefficient: '1',
      floor: null,
      missing: 'blocks',
      justifiedAbsence: 'blocks',
      unjustifiedAbsence: 'zero',
      countingAttempt: 'last',
      expectedOccurrences: 1,
    };
    const lines = ['F8-M1', 'F8-M2', 'F8-M3'];
    const equivalences = lines.map((code) => ({ level: 'modality', code }) as const);
    const under = { ...demonstration, substituteLines: [replaced] };
    const of = results(without(...lines), { equivalences }, under);
    expect(of.missing).toEqual([]);
    expect(block(of, BC01)).toMatchObject({ result: '12.00', functions: [{ code: 'F8', covered: true }, {}] });
  });
});

describe('rules beside the header', () => {
  it('let a block have a threshold of its own', () => {
    const own = { block: BC03, threshold: '13', functionFloor: null, compensable: true };
    const of = results(everyEvaluation('12'), {}, { ...demonstration, blockRules: [own] });
    expect(block(of, BC03)).toMatchObject({
      proposed: 'not-validated',
      reasons: [{ code: 'below-threshold', needed: '13' }],
    });
    expect(of.proposed.validatedBlocks).toEqual([BC01, BC02]);
  });

  it('keep a block that may not be compensated from being compensated', () => {
    const titleRule = { everyBlock: false, compensationBetweenBlocks: true, threshold: '10' };
    const slightly = ['F8-M1', 'F8-M2', 'F9-M1', 'F9-M2'].map((modality) => evaluated(modality, '9'));
    const marks = everyEvaluation('14', ...slightly);
    expect(results(marks, {}, { ...demonstration, titleRule }).proposed.outcome).toBe('admitted');
    const own = { block: BC01, threshold: '10', functionFloor: null, compensable: false };
    expect(results(marks, {}, { ...demonstration, titleRule, blockRules: [own] }).proposed.outcome).not.toBe(
      'admitted',
    );
  });

  it('cap what a re-sit counts for', () => {
    const capped = {
      ...demonstration,
      attemptRules: [{ modality: null, attemptsMax: 2, resitCap: '10', withoutFirstAttempt: false }],
    };
    const of = results(
      [...everyEvaluation('12', evaluated('F8-M1', '6')), evaluated('F8-M1', '17', { attempt: 2, session: 2 })],
      {},
      capped,
    );
    const line = of.blocks[0]!.functions[0]!.modalities.find(({ modality }) => modality === 'F8-M1')!;
    expect(line).toMatchObject({ result: '10.00', reasons: [{ code: 'resit-capped', value: '10' }] });
  });

  it('warn of a period in company that is too short, or withhold the admission', () => {
    const period = { routes: ['CQ'] as const, daysMin: 120, consequence: 'warns' as const };
    const days = everyEvaluation('12').map((one) => (one.modality === 'F6-M1' ? { ...one, daysPresent: 100 } : one));
    const warned = results(days, {}, { ...demonstration, companyPeriods: [period] });
    expect(warned).toMatchObject({
      reasons: [{ code: 'company-period-short', value: '100', needed: '120' }],
      proposed: { outcome: 'admitted' },
    });
    const blocked = results(days, {}, { ...demonstration, companyPeriods: [{ ...period, consequence: 'blocks' }] });
    expect(blocked).toMatchObject({ reasons: [{ code: 'company-period-blocks' }], proposed: { outcome: 'open' } });
  });
});

describe('what may be sat again', () => {
  it('is what counts below the threshold of a block that is not validated', () => {
    const of = results(everyEvaluation('12', evaluated('F8-M1', '3'), evaluated('F8-M2', '4')));
    expect(of.proposed.resits).toEqual([
      { modality: 'F8-M1', occurrence: 1 },
      { modality: 'F8-M2', occurrence: 1 },
    ]);
  });
});

describe('calculation 1', () => {
  it('knows nothing of what came with calculation 2', () => {
    const old = transcriptResults(
      framework(),
      { ...demonstration, calculation: 1 },
      {
        route: 'CQ',
        evaluations: everyEvaluation('12'),
        covers: { ...NO_COVERS, carriedBlocks: [BC01] },
      },
    );
    expect(Object.keys(old.blocks[0]!)).not.toContain('origin');
    expect(old.proposed).not.toHaveProperty('resits');
    expect(block(old, BC01).result).toBe('12.00');
  });
});
