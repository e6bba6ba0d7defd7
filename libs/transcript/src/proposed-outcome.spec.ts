import { scaleOf } from '@minutier/framework';

import { mark } from '../../candidacy/src/candidacy.examples.js';
import { DEMONSTRATION, ruled, rules } from '../../framework/src/rules.examples.js';
import type { CountedEvaluation } from './modality-result.js';
import { BLOCKS, evaluated, everyEvaluation, transcript } from './transcript.examples.js';

const [BC01, BC02, BC03] = BLOCKS;

describe('the title', () => {
  const missing = (...blocks: ('F8' | 'F9' | 'F7' | 'F1')[]) =>
    everyEvaluation(
      '14',
      ...blocks.flatMap((code) =>
        code === 'F8' || code === 'F9'
          ? [evaluated(`${code}-M1`, '0'), evaluated(`${code}-M2`, '4')]
          : [evaluated(`${code}-M1`, '0')],
      ),
    );
  const outcome = (evaluations: CountedEvaluation[], changes = {}) =>
    transcript(evaluations, rules({ ...DEMONSTRATION, ...changes })).proposed;

  it('is partial by either reading of the clause when both of its blocks are validated (A12)', () => {
    for (const partialReading of ['all-listed', 'any-listed'] as const) {
      expect(outcome(missing('F8', 'F9'), { partialReading })).toMatchObject({
        outcome: 'partial',
        validatedBlocks: [BC02, BC03],
        partialReading,
      });
    }
  });

  it('is partial with one of the two by the second reading only', () => {
    expect(outcome(missing('F8', 'F7')).outcome).toBe('not-admitted');
    expect(outcome(missing('F8', 'F7'), { partialReading: 'any-listed' }).outcome).toBe('partial');
  });

  it('is never partial with the block that the clause does not list', () => {
    expect(outcome(missing('F7', 'F1'), { partialReading: 'any-listed' })).toMatchObject({
      outcome: 'not-admitted',
      validatedBlocks: [BC01],
    });
  });

  it('may need an overall mean beside its blocks', () => {
    const titleRule = { everyBlock: true, compensationBetweenBlocks: false, threshold: '14.5' };
    expect(outcome(everyEvaluation('14'), { titleRule }).outcome).toBe('partial');
    expect(outcome(everyEvaluation('14.5'), { titleRule }).outcome).toBe('admitted');
  });

  it('may let blocks compensate each other, where the rules name the mean that is needed', () => {
    const titleRule = { everyBlock: false, compensationBetweenBlocks: true, threshold: '10' };
    const slightly = ['F8-M1', 'F8-M2'].map((modality) => evaluated(modality, '8'));
    const compensated = everyEvaluation('14', ...slightly, evaluated('F9-M1', '11'), evaluated('F9-M2', '11'));
    // BC01: (8 + 11) ÷ 2 = 9.5; title: (9.5 + 14 + 14) ÷ 3 = 12.5
    expect(outcome(compensated, { titleRule })).toMatchObject({ outcome: 'admitted', validatedBlocks: [BC02, BC03] });
    expect(outcome(compensated, { titleRule: { ...titleRule, threshold: '12.75' } }).outcome).toBe('partial');
    expect(outcome(compensated).outcome).toBe('partial');
  });

  it('never lets a block compensate a floor', () => {
    const titleRule = { everyBlock: false, compensationBetweenBlocks: true, threshold: '10' };
    // F8: (5 + 5) ÷ 2, below the floor of 8; BC01: 9.5; title: 12.5
    const floored = everyEvaluation('14', evaluated('F8-M1', '5'), evaluated('F8-M2', '5'));
    expect(outcome(floored, { titleRule }).outcome).toBe('partial');
    expect(outcome(floored, { titleRule, blockRule: { threshold: '10' } }).outcome).toBe('admitted');
  });

  it.each([
    ['11.75', null],
    ['12', 'assez-bien'],
    ['13.75', 'assez-bien'],
    ['14', 'bien'],
    ['16', 'tres-bien'],
    ['20', 'tres-bien'],
  ])('at %s carries the mention %s', (value, mention) => {
    expect(transcript(everyEvaluation(value)).mention).toBe(mention);
  });

  it('carries no mention without admission', () => {
    expect(transcript(missing('F8', 'F9')).mention).toBeNull();
  });

  it('is open to a VAE candidate, for whom these rules foresee no line (A19)', () => {
    const results = transcript([], rules(DEMONSTRATION), 'VAE');
    expect(results.line('F8-M1').standing).toBe('not-sat');
    expect(results.block(BC01)).toMatchObject({ proposed: 'open', reasons: [{ code: 'no-line-for-route' }] });
    expect(results).toMatchObject({ missing: [], proposed: { outcome: 'open' } });
  });
});

describe('scales and weights', () => {
  const twenty = { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.01' } as const;

  it('make of a level what it is worth on the reference scale', () => {
    const levels = [
      { code: 'NA', label: 'Non acquis', value: '5' },
      { code: 'A', label: 'Acquis', value: '15' },
    ];
    const byLevels = rules({
      scales: [twenty, { code: 'apna', kind: 'level', levels }],
      modalityRules: ruled(['F4-M1'], { scale: 'apna' }),
    });
    const level = (value: string) => ({ kind: 'result', result: { scale: 'apna', value } }) as const;
    const both = [evaluated('F4-M1', level('A')), evaluated('F4-M1', level('NA'), { occurrence: 2 })];
    expect(transcript(everyEvaluation('12', ...both), byLevels).line('F4-M1')).toMatchObject({
      scale: 'apna',
      result: '10.00',
    });
    expect(scaleOf(byLevels, 'apna')).toMatchObject({ levels: [{ code: 'NA' }, { code: 'A' }] });
  });

  it('bring another numeric scale to the reference scale exactly: thirds lose nothing', () => {
    const thirty = { code: 'thirty', kind: 'numeric', min: '0', max: '30', step: '1' } as const;
    const up = { mode: 'up', step: '0.01' } as const;
    const byThirty = rules({
      scales: [twenty, thirty],
      rounding: { modality: up },
      modalityRules: ruled(['F8-M3'], { scale: 'thirty', expectedOccurrences: 3 }),
    });
    const exercises = ['1', '16', '1'].map((value, index) =>
      evaluated('F8-M3', { kind: 'result', result: { scale: 'thirty', value } }, { occurrence: index + 1 }),
    );
    // (1 + 16 + 1) ÷ 30 × 20 ÷ 3 = 4, not 4.01
    expect(transcript(everyEvaluation('12', ...exercises), byThirty).line('F8-M3').result).toBe('4.00');
  });

  it('weigh lines, functions and blocks as the rules say', () => {
    const weighed = rules({
      modalityRules: ruled(['F8-M2'], { coefficient: '3' }),
      functionCoefficients: [{ function: 'F8', coefficient: '2' }],
      blockCoefficients: [{ block: BC01, coefficient: '4' }],
    });
    const results = transcript(everyEvaluation('10', evaluated('F8-M2', '20')), weighed);
    // F8: (10 + 3 × 20) ÷ 4 = 17.5; BC01: (2 × 17.5 + 10) ÷ 3 = 15; title: (4 × 15 + 10 + 10) ÷ 6 = 13.33
    expect([results.function('F8').result, results.block(BC01).result, results.overall]).toEqual([
      '17.50',
      '15.00',
      '13.33',
    ]);
  });

  it.each([
    ['half-up', '10.00', '10.01'],
    ['half-even', '10.00', '10.00'],
    ['down', '9.99', '10.00'],
    ['up', '10.00', '10.01'],
  ] as const)('round 9.995 and 10.005 %s to %s and %s, and thresholds ask the rounded result', (mode, low, high) => {
    const tie = (f8: string, f9: string) => {
      const under = rules({ scales: [twenty], rounding: { block: { mode, step: '0.01' } } });
      const marks = [evaluated('F8-M1', f8), evaluated('F8-M2', f8), evaluated('F9-M1', f9), evaluated('F9-M2', f9)];
      return transcript(everyEvaluation('12', ...marks), under).block(BC01);
    };
    expect(tie('9.99', '10')).toMatchObject({ result: low, proposed: low === '9.99' ? 'not-validated' : 'validated' });
    expect(tie('10', '10.01').result).toBe(high);
  });
});

describe('a corrected evaluation', () => {
  it('counts by the mark that stands, and says what it was before, and why', () => {
    const correction = {
      from: mark('12'),
      to: mark('15'),
      reason: 'keying-error',
      authority: { code: 'examination-office', document: null },
      recordedAt: '2019-02-20T10:30:00.000Z',
    } as const;
    const { line } = transcript(everyEvaluation('12', evaluated('F8-M1', mark('15'), { corrections: [correction] })));
    expect(line('F8-M1')).toMatchObject({
      result: '15.00',
      evaluations: [{ corrections: [correction], counts: true }],
    });
  });
});
