import type { Decimal } from 'decimal.js';

import type { AssessorPart, Result } from '@minutier/candidacy';
import { type Grid, type NumericScale, ruleOf, type Rules, scaleOf } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import { exact, nearestMark, rounded, weightedMean, weightedSum, worthOn } from './exact-marks.js';
import { type OutcomeRefusal, refusedOnScale } from './outcome.js';

export type GridRefusal = 'GRID_UNKNOWN' | 'GRID_RESULT_MISMATCH' | OutcomeRefusal;
type Filled = NonNullable<AssessorPart['grid']>;

/**
 * Where the rules adopt grids, an assessor's grid is one of them, its criteria are on their scales, and the assessor's
 * result is what it gives, to the nearest mark of the line. Where they adopt none, grids are the assessors' own affair.
 */
export function refusedGrids(
  assessors: readonly AssessorPart[],
  agreed: Result,
  modality: string,
  rules: Rules,
  resultAt: string,
): Refusal<GridRefusal> | undefined {
  if (rules.grids.length === 0) return undefined;
  for (const [index, { grid, result }] of assessors.entries()) {
    if (grid === null) continue;
    const at = `/conduct/assessors/${index}`;
    const adopted = rules.grids.find(({ gridId, gridVersion }) => gridId === grid.id && gridVersion === grid.version);
    if (!adopted?.modalities.includes(modality)) {
      return refuse(
        'GRID_UNKNOWN',
        `${at}/grid/id`,
        `Le règlement n’a pas de grille ${grid.id}, version ${grid.version}, pour la ligne ${modality}.`,
        `The rules have no grid ${grid.id}, version ${grid.version}, for line ${modality}.`,
      );
    }
    const refusal = refusedCriteria(grid, adopted, rules, `${at}/grid/criteria`);
    if (refusal) return refusal;
    // The agreed result of one assessor alone is that assessor's own.
    const own = result ?? (assessors.length === 1 ? agreed : null);
    const where = result ? `${at}/result/value` : resultAt;
    const mismatch = own && refusedSum(grid, adopted, own, { modality, rules, at: where });
    if (mismatch) return mismatch;
  }
  return undefined;
}

function refusedCriteria(
  { criteria }: Filled,
  adopted: Grid,
  rules: Rules,
  at: string,
): Refusal<GridRefusal> | undefined {
  for (const [index, { code, result }] of criteria.entries()) {
    const criterion = adopted.criteria.find((one) => one.code === code);
    if (!criterion) {
      return refuse(
        'GRID_UNKNOWN',
        `${at}/${index}/code`,
        `La grille ${adopted.gridId} n’a pas de critère ${code}.`,
        `Grid ${adopted.gridId} has no criterion ${code}.`,
      );
    }
    if (criteria.findIndex((one) => one.code === code) !== index) {
      return refuse(
        'GRID_RESULT_MISMATCH',
        `${at}/${index}/code`,
        `Le critère ${code} est apprécié deux fois.`,
        `Criterion ${code} is assessed twice.`,
      );
    }
    const refusal = refusedOnScale(result, scaleOf(rules, criterion.scale), `${at}/${index}/result`);
    if (refusal) return refusal;
  }
  const { aggregation } = adopted;
  const missing = adopted.criteria.find(
    ({ code, coefficient }) => !exact(coefficient).isZero() && !criteria.some((one) => one.code === code),
  );
  if (aggregation === null || !missing) return undefined;
  return refuse(
    'GRID_RESULT_MISMATCH',
    at,
    `La grille n’est pas entière : le critère ${missing.code} compte et n’est pas apprécié.`,
    `The grid is not whole: criterion ${missing.code} counts and is not assessed.`,
  );
}

/** A level is not what a sum gives: on a line of levels the grid only informs. */
function refusedSum(
  grid: Filled,
  adopted: Grid,
  { value }: Result,
  { modality, rules, at }: { modality: string; rules: Rules; at: string },
): Refusal<GridRefusal> | undefined {
  const scale = scaleOf(rules, ruleOf(rules, modality)?.scale ?? '');
  if (scale?.kind !== 'numeric') return undefined;
  const given = givenBy(grid, adopted, scale, rules);
  if (given === undefined || given.equals(value)) return undefined;
  return refuse(
    'GRID_RESULT_MISMATCH',
    at,
    `La grille ${adopted.gridId} donne ${given.toString()}.`,
    `Grid ${adopted.gridId} gives ${given.toString()}.`,
  );
}

function givenBy({ criteria }: Filled, adopted: Grid, scale: NumericScale, rules: Rules): Decimal | undefined {
  const { aggregation, rounding } = adopted;
  if (aggregation === null) return undefined;
  const parts = criteria.map(({ code, result }) => {
    const { scale: own, coefficient: weight } = adopted.criteria.find((one) => one.code === code)!;
    return { value: worth(result.value, own, aggregation === 'sum' ? null : scale, rules), weight };
  });
  const total = aggregation === 'sum' ? weightedSum(parts) : weightedMean(parts);
  return total && nearestMark(rounding ? rounded(total, rounding) : total, scale);
}

/** Points of a criterion add up as they are; a mean is taken on the scale of the line. */
function worth(value: string, of: string, target: NumericScale | null, rules: Rules): Decimal {
  const scale = scaleOf(rules, of)!;
  if (target !== null) return worthOn(target, value, scale, rules);
  return exact(scale.kind === 'level' ? scale.levels.find(({ code }) => code === value)!.value : value);
}
