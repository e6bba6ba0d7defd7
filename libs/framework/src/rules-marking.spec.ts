import { specification } from '@minutier/testing';

import { adoptRules, type AdoptRulesRefusal } from './adopt-rules/adopt-rules.decide.js';
import { framework } from './framework.examples.js';
import { adopted, adoption, rules } from './rules.examples.js';
import { ownOrGeneral, rulesStream } from './rules.state.js';
import type { AdoptedGridInput } from './rules-marking-input.js';

const { given } = specification(rulesStream, adoptRules);
type Changes = Parameters<typeof adoption>[0];
const adopting = (changes: Changes) => given().when(adoption(changes), framework());

const criterion = { code: 'C1', labelExact: 'Pertinence', competencies: ['A1-C1'], scale: 'twenty', coefficient: '1' };
const grid = (changes: Partial<AdoptedGridInput> = {}): AdoptedGridInput => ({
  gridId: 'SOUTENANCE',
  gridVersion: 1,
  labelExact: 'Grille de soutenance',
  modalities: ['F6-M3'],
  aggregation: 'weighted-mean',
  rounding: { mode: 'half-up', step: '0.25' },
  criteria: [criterion],
  ...changes,
});
const block = { block: 'RNCP28684BC03', threshold: '12', compensable: false };
const resits = { attemptsMax: 2, resitCap: '10', withoutFirstAttempt: true };
const pair = { assessorsMin: 2, blind: true, gapMax: '4' };

describe('rules of blocks, re-sits, marking and companies', () => {
  it('are kept in the version, what is left out as null', () => {
    const version = rules({
      blockRules: [block],
      attemptRules: [resits, { modality: 'F6-M3', withoutFirstAttempt: false }],
      markingRules: [{ modality: 'F6-M3', ...pair }],
      companyPeriods: [{ routes: ['CQ', 'FI'], daysMin: 90, consequence: 'warns' }],
    });
    expect(version.blockRules).toEqual([{ ...block, functionFloor: null }]);
    expect(ownOrGeneral(version.attemptRules, 'F1-M1')).toEqual({ modality: null, ...resits });
    expect(ownOrGeneral(version.attemptRules, 'F6-M3')).toMatchObject({ attemptsMax: null, resitCap: null });
    expect(version.markingRules).toEqual([{ modality: 'F6-M3', ...pair }]);
    expect(version.companyPeriods).toEqual([{ routes: ['CQ', 'FI'], daysMin: 90, consequence: 'warns' }]);
  });

  const refusals: [sentence: string, Changes, AdoptRulesRefusal, pointer: string][] = [
    [
      'a block that the fiche has not',
      { blockRules: [block, { ...block, block: 'BC9' }] },
      'BLOCK_UNKNOWN',
      '/blockRules/1/block',
    ],
    ['a block ruled twice', { blockRules: [block, block] }, 'BLOCK_RULE_REPEATED', '/blockRules/1/block'],
    [
      'a threshold off the scale',
      { blockRules: [{ ...block, threshold: '20.5' }] },
      'THRESHOLD_OFF_SCALE',
      '/blockRules/0/threshold',
    ],
    [
      'a floor of functions off the scale',
      { blockRules: [{ ...block, functionFloor: '21' }] },
      'THRESHOLD_OFF_SCALE',
      '/blockRules/0/functionFloor',
    ],
    [
      're-sits of a line that is not there',
      { attemptRules: [{ ...resits, modality: 'F8-M9' }] },
      'MODALITY_UNKNOWN',
      '/attemptRules/0/modality',
    ],
    ['two rules for every other line', { attemptRules: [resits, resits] }, 'RULE_REPEATED', '/attemptRules/1/modality'],
    [
      'a cap off the scale',
      { attemptRules: [{ ...resits, resitCap: '21' }] },
      'THRESHOLD_OFF_SCALE',
      '/attemptRules/0/resitCap',
    ],
    [
      'marking of a line that is not there',
      { markingRules: [{ ...pair, modality: 'VAE' }] },
      'MODALITY_UNKNOWN',
      '/markingRules/0/modality',
    ],
    [
      'blind marking by one',
      { markingRules: [{ ...pair, assessorsMin: 1 }] },
      'BLIND_NEEDS_TWO',
      '/markingRules/0/assessorsMin',
    ],
    [
      'a gap wider than the scale',
      { markingRules: [{ ...pair, gapMax: '20.01' }] },
      'THRESHOLD_OFF_SCALE',
      '/markingRules/0/gapMax',
    ],
    [
      'two lengths for one route',
      {
        companyPeriods: [
          { routes: ['CQ', 'FI'], daysMin: 90, consequence: 'warns' },
          { routes: ['FI'], daysMin: 60, consequence: 'blocks' },
        ],
      },
      'RULE_REPEATED',
      '/companyPeriods/1/routes',
    ],
  ];

  it.each(refusals)('are refused with %s', (_sentence, changes, code, pointer) => {
    adopting(changes).thenRefuses(code, pointer);
  });
});

describe('assessment grids', () => {
  it('are adopted with their criteria, in order', () => {
    const {
      aggregation: _none,
      rounding: _none2,
      ...informative
    } = grid({ criteria: [{ ...criterion, coefficient: '0' }] });
    expect(rules({ grids: [grid()] }).grids).toEqual([grid()]);
    expect(rules({ grids: [informative] }).grids).toMatchObject([{ aggregation: null, rounding: null }]);
  });

  it('may be adopted again as they were, and their next version with another content', () => {
    const before = adopted({ grids: [grid()] });
    const next = grid({ gridVersion: 2, labelExact: 'Grille de soutenance, 2019' });
    const facts = given(...before)
      .when(adoption({ adoptedOn: '2019-06-30', grids: [grid(), next] }), framework())
      .facts();
    expect(facts.filter(({ type }) => type === 'GridAdopted')).toHaveLength(2);
  });

  it('are refused under a version that exists with another content', () => {
    given(...adopted({ grids: [grid()] }))
      .when(adoption({ adoptedOn: '2019-06-30', grids: [grid({ labelExact: 'Autre grille' })] }), framework())
      .thenRefuses('GRID_ALREADY_ADOPTED', '/grids/0/gridVersion');
  });

  const refusals: [sentence: string, AdoptedGridInput[], AdoptRulesRefusal, pointer: string][] = [
    ['twice in one version of the rules', [grid(), grid()], 'RULE_REPEATED', '1/gridVersion'],
    ['for a line that is not there', [grid({ modalities: ['F6-M3', 'F6-M9'] })], 'MODALITY_UNKNOWN', '0/modalities/1'],
    ['rounded to nothing', [grid({ rounding: { mode: 'up', step: '0' } })], 'ROUNDING_INVALID', '0/rounding/step'],
    [
      'with a criterion named twice',
      [grid({ criteria: [criterion, criterion] })],
      'RULE_REPEATED',
      '0/criteria/1/code',
    ],
    [
      'with a criterion on a scale that is not defined',
      [grid({ criteria: [{ ...criterion, scale: 'apna' }] })],
      'SCALE_UNKNOWN',
      '0/criteria/0/scale',
    ],
    [
      'with a criterion that shows what the fiche does not ask',
      [grid({ criteria: [{ ...criterion, competencies: ['A1-C1', 'A9-C1'] }] })],
      'COMPETENCY_UNKNOWN',
      '0/criteria/0/competencies/1',
    ],
    [
      'that add up to nothing',
      [grid({ criteria: [{ ...criterion, coefficient: '0' }] })],
      'COEFFICIENT_MISSING',
      '0/criteria',
    ],
  ];

  it.each(refusals)('are refused %s', (_sentence, grids, code, pointer) => {
    adopting({ grids }).thenRefuses(code, `/grids/${pointer}`);
  });
});
