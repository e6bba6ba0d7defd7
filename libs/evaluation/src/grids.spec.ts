import { candidacyStream, type Conduct } from '@minutier/candidacy';
import type { Grid } from '@minutier/framework';
import { specification } from '@minutier/testing';

import {
  ASSESSOR,
  caseStudyAssessed,
  conduct,
  enrolled,
  mark,
  PRESIDENT,
} from '../../candidacy/src/candidacy.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { caseStudy, frame, input } from './assessment.examples.js';
import { grid, rulesOfGrids } from './kinds.examples.js';

const { given } = specification(candidacyStream, assessCaseStudy);
type Part = Conduct['assessors'][number];
type Criteria = NonNullable<Part['grid']>['criteria'];

const criteria = (...results: readonly (readonly [code: string, value: string, scale?: string])[]): Criteria =>
  results.map(([code, value, scale = 'twenty']) => ({ code, result: { scale, value } }));
const filled = (of: Criteria, id = 'GRILLE-EC', version = 1) => ({ id, version, criteria: of });
/** 3 × 15 + 13 over 4: 14.5, as the case study's mark. */
const whole = criteria(['C1', '15'], ['C2', '13'], ['C3', 'PA', 'apna']);

const assessing = (held: Conduct, grids: readonly Grid[] = [grid()], value = '14.5', modality = 'F8-M1') =>
  given(enrolled()).when(
    caseStudy({ modality, outcome: input(mark(value)), conduct: input(held) }),
    frame({ rules: rulesOfGrids(...grids) }),
  );
const alone = (of: Part['grid'], result: Part['result'] = null) =>
  conduct({ assessors: [{ assessorId: ASSESSOR, result, grid: of }] });

describe('an assessor’s grid', () => {
  it('is free where the rules adopt none', () => {
    assessing(alone(filled(criteria(['X', '3'], ['X', 'B', 'any']), 'MINE', 7)), []).facts();
  });

  it('stands under the mark as it was filled in', () => {
    const held = alone(filled(whole));
    assessing(held).then(caseStudyAssessed({ conduct: held }));
  });

  it('need not be kept', () => {
    assessing(alone(null)).facts();
  });

  it('is one that the rules adopt, in that version, for that line', () => {
    const at = '/conduct/assessors/0/grid/id';
    assessing(alone(filled(whole, 'GRILLE-MSP'))).thenRefuses('GRID_UNKNOWN', at);
    assessing(alone(filled(whole, 'GRILLE-EC', 2))).thenRefuses('GRID_UNKNOWN', at);
    assessing(alone(filled(whole)), [grid()], '14.5', 'F9-M1').thenRefuses('GRID_UNKNOWN', at);
  });

  it('has the criteria of the grid, each once and on its scale', () => {
    const at = '/conduct/assessors/0/grid/criteria';
    assessing(alone(filled([...whole, ...criteria(['C4', '12'])]))).thenRefuses('GRID_UNKNOWN', `${at}/3/code`);
    assessing(alone(filled([...whole, ...criteria(['C1', '12'])]))).thenRefuses('GRID_RESULT_MISMATCH', `${at}/3/code`);
    const offScale = criteria(['C1', '15'], ['C2', '13'], ['C3', 'B', 'apna']);
    assessing(alone(filled(offScale))).thenRefuses('LEVEL_UNKNOWN', `${at}/2/result/value`);
    const otherScale = criteria(['C1', 'A', 'apna'], ['C2', '13']);
    assessing(alone(filled(otherScale))).thenRefuses('SCALE_MISMATCH', `${at}/0/result/scale`);
  });
});

describe('what a grid gives', () => {
  it('is the assessor’s result, by the weights of its criteria', () => {
    assessing(alone(filled(whole), { scale: 'twenty', value: '14.5' })).facts();
    assessing(alone(filled(whole)), [grid()], '15').thenRefuses('GRID_RESULT_MISMATCH', '/outcome/result/value');
  });

  it('is each assessor’s own, where several have their marks', () => {
    const second = criteria(['C1', '13'], ['C2', '13']);
    const both = (value: string) =>
      conduct({
        agreedBy: 'mean',
        assessors: [
          { assessorId: ASSESSOR, result: { scale: 'twenty', value: '14.5' }, grid: filled(whole) },
          { assessorId: PRESIDENT, result: { scale: 'twenty', value }, grid: filled(second) },
        ],
      });
    assessing(both('13'), [grid()], '13.75').facts();
    assessing(both('14'), [grid()], '14.25').thenRefuses('GRID_RESULT_MISMATCH', '/conduct/assessors/1/result/value');
  });

  it('binds nobody whose own mark is not kept among several', () => {
    const assessors = [ASSESSOR, PRESIDENT].map((assessorId) => ({ assessorId, result: null, grid: filled(whole) }));
    assessing(conduct({ agreedBy: 'agreement', assessors }), [grid()], '17').facts();
  });

  it('is asked of a whole grid: what counts is assessed, what informs may be left out', () => {
    assessing(alone(filled(criteria(['C1', '15'], ['C2', '13'])))).facts();
    assessing(alone(filled(criteria(['C1', '14.5'])))).thenRefuses(
      'GRID_RESULT_MISMATCH',
      '/conduct/assessors/0/grid/criteria',
    );
  });

  it('is rounded as the grid says, then to the nearest mark of the line', () => {
    // (3 × 14 + 15.25) / 4 is 14.3125.
    const uneven = alone(filled(criteria(['C1', '14'], ['C2', '15.25'])));
    assessing(uneven, [grid()], '14.25').facts();
    assessing(uneven, [grid({ rounding: { mode: 'up', step: '0.5' } })], '14.5').facts();
    assessing(uneven, [grid({ rounding: { mode: 'down', step: '1' } })], '14').facts();
  });

  it('may be a sum of points', () => {
    const [first, second] = grid().criteria;
    const points = grid({
      aggregation: 'sum',
      criteria: [first!, second!].map((one) => ({ ...one, coefficient: '1' })),
    });
    assessing(alone(filled(criteria(['C1', '8'], ['C2', '6.5']))), [points]).facts();
    assessing(alone(filled(criteria(['C1', '8'], ['C2', '6']))), [points]).thenRefuses(
      'GRID_RESULT_MISMATCH',
      '/outcome/result/value',
    );
  });

  it('counts levels for what the rules say they are worth', () => {
    const [first, second] = grid().criteria;
    const levels = grid({ criteria: [first!, second!].map((one) => ({ ...one, scale: 'apna' })) });
    // A is worth 20, PA 10: (3 × 20 + 10) / 4.
    assessing(alone(filled(criteria(['C1', 'A', 'apna'], ['C2', 'PA', 'apna']))), [levels], '17.5').facts();
  });

  it('is nothing where criteria only inform', () => {
    assessing(alone(filled(criteria(['C1', '3']))), [grid({ aggregation: null })]).facts();
  });

  it('only informs on a line of levels', () => {
    const within = rulesOfGrids(grid());
    const modalityRules = within.modalityRules.map((one) => ({ ...one, scale: 'apna' }));
    given(enrolled())
      .when(
        caseStudy({
          outcome: { kind: 'result', result: { scale: 'apna', value: 'PA' } },
          conduct: input(alone(filled(whole))),
        }),
        frame({ rules: { ...within, modalityRules } }),
      )
      .facts();
  });
});
