import { specification } from '@minutier/testing';

import { adoptRules } from './adopt-rules/adopt-rules.decide.js';
import { framework } from './framework.examples.js';
import { adoption, rules } from './rules.examples.js';
import { type DecisionCode, rulesStream } from './rules.state.js';
import type { DecisionCodeInput, PaperInput } from './rules-decisions-input.js';

const { given } = specification(rulesStream, adoptRules);
type Changes = Parameters<typeof adoption>[0];
const adopting = (changes: Changes, of = framework()) => given().when(adoption(changes), of);

describe('the legend of rules that name none', () => {
  type Axes = Pick<DecisionCode, 'outcome' | 'presence' | 'blocksValidated' | 'byJury' | 'resit'>;
  /** The codes that are printed: the first that fits, and those that add themselves. */
  const printed = (axes: Axes) => {
    const fits = (code: DecisionCode) =>
      (Object.keys(axes) as (keyof Axes)[]).every((axis) => code[axis] === null || code[axis] === axes[axis]);
    const fitting = rules().decisionLegend.filter(fits);
    return [fitting.find(({ adds }) => !adds), ...fitting.filter(({ adds }) => adds)].map((code) => code?.code);
  };
  const failed = { outcome: 'not-admitted', presence: 'present', byJury: false } as const;

  it.each<[string, Axes, string[]]>([
    ['an admission', { ...failed, outcome: 'admitted', blocksValidated: 'all', resit: null }, ['ADM']],
    [
      'an admission by a block that the jury validated',
      { ...failed, outcome: 'admitted', blocksValidated: 'all', byJury: true, resit: null },
      ['ADJ'],
    ],
    ['the ordinary partial success', { ...failed, blocksValidated: 'some', resit: 'authorised' }, ['VPA', 'RAT']],
    ['no block, nothing to sit again', { ...failed, blocksValidated: 'none', resit: 'refused' }, ['REF', 'NAR']],
    ['every block, and a title below its threshold', { ...failed, blocksValidated: 'all', resit: null }, ['AJO']],
    ['a resignation', { ...failed, presence: 'withdrawn', blocksValidated: 'some', resit: null }, ['DEM']],
    ['a default', { ...failed, presence: 'defaulted', blocksValidated: 'none', resit: 'authorised' }, ['DEF', 'RAT']],
    ['a fraud', { ...failed, outcome: 'annulled', blocksValidated: 'none', resit: 'refused' }, ['ANN', 'NAR']],
    ['a document awaited', { ...failed, outcome: 'pending', blocksValidated: 'some', resit: null }, ['ATT']],
  ])('prints %s', (_sentence, axes, codes) => {
    expect(printed(axes)).toEqual(codes);
  });
});

describe('a legend that is adopted', () => {
  const code = (name: string, position: number, changes: Partial<DecisionCodeInput> = {}): DecisionCodeInput => ({
    code: name,
    labelExact: name,
    position,
    adds: false,
    ...changes,
  });
  const outcomes = ['admitted', 'not-admitted', 'pending', 'annulled'] as const;
  const legend = outcomes.map((outcome, index) => code(outcome, index + 1, { outcome }));

  it('is kept, code by code', () => {
    expect(rules({ decisionLegend: legend }).decisionLegend[0]).toEqual({
      ...code('admitted', 1),
      outcome: 'admitted',
      presence: null,
      blocksValidated: null,
      byJury: null,
      resit: null,
    });
  });

  it('need not name what cannot be: an admission while a block is missing', () => {
    const all = code('admitted', 1, { outcome: 'admitted', blocksValidated: 'all' });
    expect(rules({ decisionLegend: [all, ...legend.slice(1)] }).decisionLegend).toHaveLength(4);
  });

  it('is refused where a code or a place is taken', () => {
    adopting({ decisionLegend: [...legend, code('pending', 5)] }).thenRefuses(
      'LEGEND_CODE_REPEATED',
      '/decisionLegend/4/code',
    );
    adopting({ decisionLegend: [...legend, code('other', 4)] }).thenRefuses(
      'RULE_REPEATED',
      '/decisionLegend/4/position',
    );
  });

  it.each<[string, DecisionCodeInput[]]>([
    ['an outcome has no code', legend.slice(1)],
    [
      'an absent candidate has none',
      [...legend.slice(0, 3), code('annulled', 4, { outcome: 'annulled', presence: 'present' })],
    ],
    ['only an added code fits', [...legend.slice(1), code('admitted', 5, { outcome: 'admitted', adds: true })]],
    [
      'a re-sit that does not apply has none',
      [...legend.slice(1), code('a', 5, { resit: 'refused' }), code('b', 6, { resit: 'authorised' })],
    ],
    ['there is none at all', []],
  ])('is refused where %s', (_sentence, decisionLegend) => {
    adopting({ decisionLegend }).thenRefuses('LEGEND_INCOMPLETE', '/decisionLegend');
  });
});

describe('deadlines', () => {
  const appeal = {
    duty: 'appeal',
    amount: 1,
    unit: 'months',
    startsFrom: 'notification',
    countsFrom: 'receipt',
  } as const;
  const kept = { ...appeal, duty: 'retention', startsFrom: 'session-closed', unit: 'years' } as const;

  it('are by default two months to appeal from receipt, a fortnight to notify, ten years for marks', () => {
    const amounts = rules().deadlines.map((one) => [
      one.duty,
      one.subject,
      `${one.amount} ${one.unit}`,
      one.startsFrom,
    ]);
    expect(amounts).toEqual([
      ['appeal', null, '2 months', 'notification'],
      ['notification', null, '15 days', 'decision'],
      ['vae-jury', null, '3 months', 'file-filed'],
      ['vae-notification', null, '15 days', 'decision'],
      ['resit-notice', null, '14 days', 'publication'],
      ['registry-transmission', null, '3 months', 'decision'],
      ['data-request', null, '1 months', 'request'],
      ['retention', 'copies', '5 years', 'appeal-deadline'],
      ['retention', 'marks', '10 years', 'session-closed'],
    ]);
  });

  it('are one for each duty, and of retention one for each class', () => {
    const classes = [appeal, { ...kept, subject: 'copies' }, { ...kept, subject: 'marks' }];
    expect(rules({ deadlines: classes }).deadlines).toEqual([{ ...appeal, subject: null }, ...classes.slice(1)]);
    adopting({ deadlines: [...classes, { ...kept, subject: 'marks' }] }).thenRefuses(
      'DEADLINE_REPEATED',
      '/deadlines/3/duty',
    );
    adopting({ deadlines: [appeal, appeal] }).thenRefuses('DEADLINE_REPEATED', '/deadlines/1/duty');
  });
});

describe('papers', () => {
  const attestation = (...blocks: string[]): PaperInput => ({ paper: 'block-attestation', issued: true, blocks });
  const issued = (changes: Changes) => rules(changes).papers.filter((one) => one.issued);

  it('are by default those that the reading of the partial clause allows (A12)', () => {
    expect(issued({}).map(({ paper }) => paper)).not.toContain('block-attestation');
    const each = issued({ partialReading: 'any-listed' }).find(({ paper }) => paper === 'block-attestation');
    expect(each).toMatchObject({ blocks: ['RNCP28684BC03', 'RNCP28684BC02'], numbering: 'fiche-year-0000' });
  });

  it('are refused against the reading: by all-listed no block is attested alone, by any-listed only those listed', () => {
    adopting({ papers: [attestation('RNCP28684BC03')] }).thenRefuses('PAPER_AGAINST_READING', '/papers/0/issued');
    const anyListed = { partialReading: 'any-listed' } as const;
    adopting({ ...anyListed, papers: [attestation('RNCP28684BC03', 'RNCP28684BC01')] }).thenRefuses(
      'PAPER_AGAINST_READING',
      '/papers/0/blocks/1',
    );
    expect(rules({ ...anyListed, papers: [attestation('RNCP28684BC03')] }).papers).toHaveLength(1);
  });

  it('of a fiche without a partial clause attest any block, and certify no part', () => {
    const free = framework({ partialClause: null });
    expect(rules({ papers: [attestation('RNCP28684BC01')] }, free).papers).toHaveLength(1);
    expect(rules({}, free).papers.find(({ paper }) => paper === 'partial-certificate')).toMatchObject({
      issued: false,
    });
    adopting({ papers: [{ paper: 'partial-certificate', issued: true, blocks: [] }] }, free).thenRefuses(
      'PAPER_AGAINST_READING',
      '/papers/0/issued',
    );
  });

  it('are refused twice, or for a block that the fiche has not', () => {
    const certificate: PaperInput = { paper: 'certificate', issued: true, blocks: [] };
    adopting({ papers: [certificate, certificate] }).thenRefuses('PAPER_REPEATED', '/papers/1/paper');
    adopting({ papers: [attestation('BC9')] }).thenRefuses('BLOCK_UNKNOWN', '/papers/0/blocks/0');
  });
});
