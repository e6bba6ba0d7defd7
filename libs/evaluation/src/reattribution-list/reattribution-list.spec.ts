import { logged, projected } from '@minutier/testing';

import { FILES, REATTRIBUTION_ID } from '../reattribution.examples.js';
import { reattributionDecided, refusalReported, refusalSettled } from '../reattribution-story.examples.js';
import { reattributionList } from './reattribution-list.projection.js';

const [FIRST, SECOND] = FILES;
const ours = (event: { type: string; data: object }) => logged(`reattribution-${REATTRIBUTION_ID}`, event);
const inFile = (candidacyId: string, type: string, data: object = {}) =>
  logged(`candidacy-${candidacyId}`, { type, data: { reattributionId: REATTRIBUTION_ID, ...data } });
const rowAfter = (...story: Parameters<typeof projected>[1]) =>
  projected(reattributionList, story).get(REATTRIBUTION_ID)!;
const standings = (...story: Parameters<typeof projected>[1]) =>
  rowAfter(...story).files.map(({ standing, refused }) => [standing, refused]);
const refusedThere = inFile(SECOND, 'ReattributionRefused', { moves: [1, 2], refused: 'MARKS_FROZEN' });

describe('the reattributions', () => {
  it('show each file as on its way until it has answered', () => {
    const row = rowAfter(ours(reattributionDecided()));
    expect(row.files.map(({ candidacyId }) => candidacyId)).toEqual([FIRST, SECOND]);
    expect(standings(ours(reattributionDecided()))).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
  });

  it('show which files have made their moves, and which refused, until these make them too', () => {
    const half = [
      ours(reattributionDecided()),
      inFile(FIRST, 'EvaluationGiven'),
      refusedThere,
      ours(refusalReported()),
    ];
    expect(standings(...half)).toEqual([
      ['made', null],
      ['refused', 'MARKS_FROZEN'],
    ]);
    expect(standings(...half, ours(refusalSettled()), inFile(SECOND, 'EvaluationReceived'))).toEqual([
      ['made', null],
      ['made', null],
    ]);
  });

  it('show what a person decided of a refusal', () => {
    const settled = refusalSettled({ settlement: 'recorded-otherwise' });
    const { refusals } = rowAfter(ours(reattributionDecided()), refusedThere, ours(refusalReported()), ours(settled));
    expect(refusals).toMatchObject([{ candidacyId: SECOND, settlement: 'recorded-otherwise' }]);
  });

  it('are listed in the order in which they were recorded, and set aside one by one', () => {
    const { recordedAt } = ours(reattributionDecided()).meta;
    expect(reattributionList.indexed(rowAfter(ours(reattributionDecided())))).toEqual({ recordedAt });
    expect(reattributionList.partitionOf(refusedThere)).toBe(REATTRIBUTION_ID);
  });
});
