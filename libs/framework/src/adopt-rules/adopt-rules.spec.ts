import { specification } from '@minutier/testing';

import { framework } from '../framework.examples.js';
import type { ModalityRuleAdopted, RulesAdopted } from '../rules.events.js';
import { adopted, adoption, DEMONSTRATION, ruled } from '../rules.examples.js';
import { rulesStream } from '../rules.state.js';
import { adoptRules, type AdoptRulesRefusal } from './adopt-rules.decide.js';

const { given } = specification(rulesStream, adoptRules);
type Changes = Parameters<typeof adoption>[0];
const adopting = (changes: Changes) => given().when(adoption(changes), framework());

const LEVELS = [
  { code: 'NA', label: 'Non acquis', value: '0' },
  { code: 'PA', label: 'Partiellement acquis', value: '10' },
  { code: 'A', label: 'Acquis', value: '20' },
];
const twenty = { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' } as const;
const apna = { code: 'apna', kind: 'level', levels: LEVELS } as const;

describe('adopting the rules of fiche RNCP 28684', () => {
  const facts = adopted();
  const [header] = facts as [RulesAdopted];
  const lines = facts.filter((fact): fact is ModalityRuleAdopted => fact.type === 'ModalityRuleAdopted');

  it('records a rule for each of the 25 lines in one append, then the other items, and says how many', () => {
    expect(lines).toHaveLength(25);
    expect(header.data.items).toEqual([
      { type: 'ModalityRuleAdopted', count: 25 },
      { type: 'JuryProfileAdopted', count: 3 },
      { type: 'LinkConsequenceAdopted', count: 27 },
      { type: 'DecisionLegendAdopted', count: 11 },
      { type: 'DeadlineAdopted', count: 9 },
      { type: 'PaperAdopted', count: 6 },
    ]);
    const told = header.data.items.flatMap(({ type, count }) => Array<string>(count).fill(type));
    expect(facts.map(({ type }) => type)).toEqual(['RulesAdopted', ...told]);
  });

  it('says of every setting that nobody chose that it is a default, and why', () => {
    expect(header.data.defaults.map(({ setting, reason }) => `${setting}: ${reason}`)).toEqual([
      'scales: usual-french-scale',
      'referenceScale: first-numeric-scale',
      'rounding: two-decimals-half-up',
      'blockRule: half-of-the-scale',
      'titleRule: blocks-do-not-compensate',
      'mentions: fiche-names-none',
      'partialReading: literal-reading-of-a12',
      'functionCoefficients: equal-weights',
      'blockCoefficients: equal-weights',
      'modalityRules: equal-weights-missing-blocks',
      'substituteLines: fiche-replaces-nothing',
      'blockRules: one-rule-for-every-block',
      'attemptRules: no-limit-stated',
      'markingRules: one-assessor-at-least',
      'companyPeriods: fiche-states-no-length',
      'grids: no-grid-stated',
      'juryProfiles: jury-of-the-fiche',
      'linkConsequences: no-vote-on-a-close-case',
      'decisionLegend: usual-codes',
      'deadlines: usual-deadlines',
      'papers: papers-of-the-reading',
    ]);
  });

  it('no longer calls a default what the institution chose', () => {
    const facts = adopting({ ...DEMONSTRATION, modalityRules: ruled(['F8-M1'], { coefficient: '2' }) }).facts();
    const { defaults } = (facts[0] as RulesAdopted).data;
    expect(defaults.map(({ setting }) => setting)).not.toContain('mentions');
    expect(defaults.map(({ setting }) => setting)).toContain('modalityRules');
  });

  it('expects as many evaluations as the line says, and any number where it says none (A07)', () => {
    const expected = new Map(lines.map(({ data }) => [data.modality, data.expectedOccurrences]));
    expect(expected.get('F4-M1')).toBe(2);
    expect(expected.get('F8-M3')).toBeNull();
    expect(lines.find(({ data }) => data.modality === 'F8-M3')!.data.missing).toBe('neutral');
    expect(lines.find(({ data }) => data.modality === 'F8-M1')!.data.missing).toBe('blocks');
  });

  it('lets nobody come by VAE to the school’s evaluations unless the rules say so (A19)', () => {
    expect(lines.every(({ data }) => !data.routes.includes('VAE'))).toBe(true);
    const facts = adopting({ modalityRules: ruled(['F6-M3'], { routes: ['FI', 'VAE'] }) }).facts();
    expect(facts.find(({ data }) => 'modality' in data && data.modality === 'F6-M3')!.data).toMatchObject({
      routes: ['FI', 'VAE'],
    });
  });

  it('takes the institution’s number for a line that gives none', () => {
    const facts = adopting({ modalityRules: ruled(['F8-M3'], { expectedOccurrences: 3, missing: 'zero' }) }).facts();
    expect(facts.find(({ data }) => 'modality' in data && data.modality === 'F8-M3')!.data).toMatchObject({
      expectedOccurrences: 3,
      missing: 'zero',
      coefficient: '1',
    });
  });

  it('lists the mentions from the lowest, however they are given', () => {
    const [adoptedNow] = adopting({ mentions: DEMONSTRATION.mentions.toReversed() }).facts();
    expect((adoptedNow as RulesAdopted).data.mentions).toEqual(DEMONSTRATION.mentions);
  });

  it('records plain facts, although what HTTP brings are instances of classes', () => {
    const received = <Value extends object>(value: Value): Value =>
      Object.assign(Object.create(Object.create(Object.prototype) as object) as Value, value);
    adopting({
      rounding: received({ block: received({ mode: 'half-even', step: '0.1' } as const) }),
      functionCoefficients: [received({ function: 'F1', coefficient: '2' })],
      blockCoefficients: [received({ block: 'RNCP28684BC01', coefficient: '2' })],
      modalityRules: [received({ modality: 'F8-M1', coefficient: '2' })],
      titleRule: received({ everyBlock: true, compensationBetweenBlocks: false }),
    }).facts();
  });

  it('weighs lines that the rules leave out of the mean at 0, as long as one of the function counts', () => {
    const weightless = adopting({ modalityRules: ruled(['F8-M1', 'F8-M2'], { coefficient: '0' }) }).facts();
    expect(weightless).toHaveLength(facts.length);
  });
});

describe('adopting the next version', () => {
  it('supersedes the version before', () => {
    const facts = given(...adopted())
      .when(adoption({ adoptedOn: '2019-06-30' }), framework())
      .facts();
    expect(facts[0]!.data).toMatchObject({ version: 2, supersedes: 1, adoptedOn: '2019-06-30' });
  });

  it('is refused before the day of the version in force', () => {
    given(...adopted())
      .when(adoption({ adoptedOn: '2018-06-27' }), framework())
      .thenRefuses('RULES_ADOPTED_EARLIER', '/adoptedOn');
  });

  it('is refused for another fiche, which needs rules of its own', () => {
    given(...adopted())
      .when(adoption(), framework({ number: 'RNCP35419' }))
      .thenRefuses('RULES_FRAMEWORK_CHANGED', '/framework/number');
  });
});

describe('rules that contradict themselves or the fiche', () => {
  it('are refused for a fiche that is not published', () => {
    given().when(adoption(), undefined).thenRefuses('FRAMEWORK_NOT_PUBLISHED', '/framework');
  });

  const refusals: [sentence: string, Changes, AdoptRulesRefusal, pointer: string][] = [
    ['a minimum at the maximum', { scales: [{ ...twenty, min: '20' }] }, 'SCALE_INVALID', '/scales/0'],
    ['a step that does not divide the scale', { scales: [{ ...twenty, step: '0.3' }] }, 'SCALE_INVALID', '/scales/0'],
    ['a step of zero', { scales: [{ ...twenty, step: '0' }] }, 'SCALE_INVALID', '/scales/0'],
    [
      'a numeric scale without its maximum',
      { scales: [{ code: 'x', kind: 'numeric', min: '0', step: '1' }] },
      'SCALE_INVALID',
      '/scales/0',
    ],
    [
      'a scale of one level',
      { scales: [twenty, { ...apna, levels: LEVELS.slice(0, 1) }] },
      'SCALE_INVALID',
      '/scales/1',
    ],
    [
      'a level defined twice',
      { scales: [twenty, { ...apna, levels: [...LEVELS, LEVELS[0]!] }] },
      'SCALE_INVALID',
      '/scales/1',
    ],
    ['a level scale with bounds', { scales: [twenty, { ...apna, min: '0' }] }, 'SCALE_INVALID', '/scales/1'],
    ['a code of scale used twice', { scales: [twenty, { ...twenty }] }, 'SCALE_INVALID', '/scales/1'],
    [
      'a level worth more than the reference scale',
      { scales: [twenty, { ...apna, levels: [LEVELS[0]!, { ...LEVELS[2]!, value: '20.5' }] }] },
      'SCALE_INVALID',
      '/scales/1/levels/1/value',
    ],
    ['levels alone, on which no mean can be taken', { scales: [apna] }, 'SCALE_UNKNOWN', '/referenceScale'],
    [
      'a reference scale of levels',
      { scales: [twenty, apna], referenceScale: 'apna' },
      'SCALE_UNKNOWN',
      '/referenceScale',
    ],
    [
      'a line on a scale that is not defined',
      { modalityRules: ruled(['F8-M1'], { scale: 'ten' }) },
      'SCALE_UNKNOWN',
      '/modalityRules/0/scale',
    ],
    [
      'rounding to a multiple of zero',
      { rounding: { block: { mode: 'up', step: '0.00' } } },
      'ROUNDING_INVALID',
      '/rounding/block/step',
    ],
    [
      'a line that the fiche has not',
      { modalityRules: ruled(['F8-M9'], {}) },
      'MODALITY_UNKNOWN',
      '/modalityRules/0/modality',
    ],
    [
      'a line ruled twice',
      { modalityRules: ruled(['F8-M1', 'F8-M1'], {}) },
      'RULE_REPEATED',
      '/modalityRules/1/modality',
    ],
    [
      'another number than the fiche’s',
      { modalityRules: ruled(['F4-M1'], { expectedOccurrences: 1 }) },
      'COUNT_GIVEN_BY_FICHE',
      '/modalityRules/0/expectedOccurrences',
    ],
    [
      'a function in which no line counts',
      { modalityRules: ruled(['F7-M1', 'F7-M2'], { coefficient: '0' }) },
      'COEFFICIENTS_ALL_ZERO',
      '/modalityRules',
    ],
    [
      'a function that the fiche has not',
      { functionCoefficients: [{ function: 'F10', coefficient: '1' }] },
      'FUNCTION_UNKNOWN',
      '/functionCoefficients/0/function',
    ],
    [
      'a block that the fiche has not',
      { blockCoefficients: [{ block: 'RNCP28684BC04', coefficient: '1' }] },
      'BLOCK_UNKNOWN',
      '/blockCoefficients/0/block',
    ],
    [
      'a function weighed twice',
      {
        functionCoefficients: [
          { function: 'F1', coefficient: '1' },
          { function: 'F1', coefficient: '2' },
        ],
      },
      'RULE_REPEATED',
      '/functionCoefficients/1/function',
    ],
    [
      'a function that weighs nothing',
      { functionCoefficients: [{ function: 'F1', coefficient: '0' }] },
      'COEFFICIENT_ZERO',
      '/functionCoefficients/0/coefficient',
    ],
    [
      'a block that weighs nothing',
      { blockCoefficients: [{ block: 'RNCP28684BC01', coefficient: '0.0' }] },
      'COEFFICIENT_ZERO',
      '/blockCoefficients/0/coefficient',
    ],
    [
      'a mention named twice',
      { mentions: [DEMONSTRATION.mentions[0]!, DEMONSTRATION.mentions[0]!] },
      'RULE_REPEATED',
      '/mentions/1/code',
    ],
    ['a threshold above the scale', { blockRule: { threshold: '21' } }, 'THRESHOLD_OFF_SCALE', '/blockRule/threshold'],
    [
      'a floor of functions above the scale',
      { blockRule: { threshold: '10', functionFloor: '20.01' } },
      'THRESHOLD_OFF_SCALE',
      '/blockRule/functionFloor',
    ],
    [
      'a threshold of the title above the scale',
      { titleRule: { everyBlock: true, compensationBetweenBlocks: false, threshold: '25' } },
      'THRESHOLD_OFF_SCALE',
      '/titleRule/threshold',
    ],
    [
      'a mention above the scale',
      { mentions: [{ code: 'x', label: 'X', from: '21' }] },
      'THRESHOLD_OFF_SCALE',
      '/mentions/0/from',
    ],
    [
      'a line’s floor below the scale',
      { scales: [{ ...twenty, min: '1', step: '0.5' }], modalityRules: ruled(['F8-M1'], { floor: '0.5' }) },
      'THRESHOLD_OFF_SCALE',
      '/modalityRules/0/floor',
    ],
  ];

  it.each(refusals)('are refused with %s', (_sentence, changes, code, pointer) => {
    adopting(changes).thenRefuses(code, pointer);
  });
});
