import { Decimal } from 'decimal.js';

import { isRefusal, type Refusal, refuse } from '@minutier/ledger';

import type { AttemptRule, BlockRule, CompanyPeriod, Grid, MarkingRule, RulesItems } from './rules.state.js';
import type { RulesFrame } from './rules-frame.js';
import type {
  AdoptedGridInput,
  AttemptRuleInput,
  CompanyPeriodInput,
  MarkingRuleInput,
  OwnBlockRuleInput,
} from './rules-marking-input.js';
import {
  referenceOf,
  refusedMarks,
  ruledTwice,
  secondOf,
  unknownBlock,
  unknownLine,
  unknownScale,
} from './rules-refusals.js';

export type MarkingRefusal =
  | 'BLOCK_UNKNOWN'
  | 'BLOCK_RULE_REPEATED'
  | 'MODALITY_UNKNOWN'
  | 'RULE_REPEATED'
  | 'THRESHOLD_OFF_SCALE'
  | 'BLIND_NEEDS_TWO'
  | 'COEFFICIENT_MISSING'
  | 'GRID_ALREADY_ADOPTED'
  | 'SCALE_UNKNOWN'
  | 'ROUNDING_INVALID'
  | 'COMPETENCY_UNKNOWN';

type Refused = Refusal<MarkingRefusal> | undefined;

interface MarkingInputs {
  readonly blockRules?: readonly OwnBlockRuleInput[];
  readonly attemptRules?: readonly AttemptRuleInput[];
  readonly markingRules?: readonly MarkingRuleInput[];
  readonly companyPeriods?: readonly CompanyPeriodInput[];
  readonly grids?: readonly AdoptedGridInput[];
}

type MarkingItems = Pick<RulesItems, 'blockRules' | 'attemptRules' | 'markingRules' | 'companyPeriods' | 'grids'>;

/** How lines are sat, marked and gathered into blocks, beside each line's own rule; nothing of it where left out. */
export function markingItems(
  { blockRules = [], attemptRules = [], markingRules = [], companyPeriods = [], grids = [] }: MarkingInputs,
  frame: RulesFrame,
): MarkingItems | Refusal<MarkingRefusal> {
  const refusal =
    refusedBlockRules(blockRules, frame) ??
    refusedAttempts(attemptRules, frame) ??
    refusedMarking(markingRules, frame) ??
    refusedPeriods(companyPeriods);
  if (refusal) return refusal;
  const adopted = gridsOf(grids, frame);
  if (isRefusal(adopted)) return adopted;
  return {
    blockRules: blockRules.map(({ block, threshold, functionFloor = null, compensable }): BlockRule => ({
      block,
      threshold,
      functionFloor,
      compensable,
    })),
    attemptRules: attemptRules.map(
      ({ modality = null, attemptsMax = null, resitCap = null, withoutFirstAttempt }): AttemptRule => ({
        modality,
        attemptsMax,
        resitCap,
        withoutFirstAttempt,
      }),
    ),
    markingRules: markingRules.map(({ modality = null, assessorsMin, blind, gapMax = null }): MarkingRule => ({
      modality,
      assessorsMin,
      blind,
      gapMax,
    })),
    companyPeriods: companyPeriods.map(({ routes, daysMin, consequence }): CompanyPeriod => ({
      routes: [...routes],
      daysMin,
      consequence,
    })),
    grids: adopted,
  };
}

function refusedBlockRules(inputs: readonly OwnBlockRuleInput[], { framework, settings }: RulesFrame): Refused {
  const astray = inputs.findIndex(({ block }) => !framework.blocks.some(({ code }) => code === block));
  if (astray !== -1) return unknownBlock(`/blockRules/${astray}/block`);
  const twice = secondOf(inputs, ({ block }) => block);
  if (twice !== undefined)
    return refuse(
      'BLOCK_RULE_REPEATED',
      `/blockRules/${twice}/block`,
      'Ce bloc a déjà sa règle.',
      'This block has its rule already.',
    );
  return refusedMarks(
    settings,
    inputs.flatMap(({ threshold, functionFloor }, index) => [
      [`/blockRules/${index}/threshold`, threshold] as const,
      [`/blockRules/${index}/functionFloor`, functionFloor] as const,
    ]),
  );
}

/** Rules of single lines name lines that are there, each once; one at most is for all the others. */
function refusedNaming(at: string, inputs: readonly { readonly modality?: string }[], { lines }: RulesFrame): Refused {
  const astray = inputs.findIndex(({ modality }) => modality !== undefined && !lines.has(modality));
  if (astray !== -1) return unknownLine(`${at}/${astray}/modality`, inputs[astray]!.modality!);
  const twice = secondOf(inputs, ({ modality }) => modality);
  return twice === undefined ? undefined : ruledTwice(`${at}/${twice}/modality`);
}

function refusedAttempts(inputs: readonly AttemptRuleInput[], frame: RulesFrame): Refused {
  const caps = inputs.map(({ resitCap }, index) => [`/attemptRules/${index}/resitCap`, resitCap] as const);
  return refusedNaming('/attemptRules', inputs, frame) ?? refusedMarks(frame.settings, caps);
}

function refusedMarking(inputs: readonly MarkingRuleInput[], frame: RulesFrame): Refused {
  const misnamed = refusedNaming('/markingRules', inputs, frame);
  if (misnamed) return misnamed;
  const alone = inputs.findIndex(({ blind, assessorsMin }) => blind && assessorsMin < 2);
  if (alone !== -1)
    return refuse(
      'BLIND_NEEDS_TWO',
      `/markingRules/${alone}/assessorsMin`,
      'Une double correction en aveugle demande au moins deux correcteurs.',
      'Blind marking needs two assessors at least.',
    );
  const { min, max } = referenceOf(frame.settings);
  const wide = inputs.findIndex(({ gapMax }) => gapMax != null && new Decimal(max).minus(min).lessThan(gapMax));
  if (wide === -1) return undefined;
  return refuse(
    'THRESHOLD_OFF_SCALE',
    `/markingRules/${wide}/gapMax`,
    `Deux notes de ${min} à ${max} ne diffèrent jamais d’autant.`,
    `Two marks of ${min} to ${max} never differ by so much.`,
  );
}

function refusedPeriods(inputs: readonly CompanyPeriodInput[]): Refused {
  const twice = inputs.findIndex(({ routes }, index) =>
    inputs.slice(0, index).some((before) => before.routes.some((route) => routes.includes(route))),
  );
  return twice === -1 ? undefined : ruledTwice(`/companyPeriods/${twice}/routes`);
}

function gridsOf(inputs: readonly AdoptedGridInput[], frame: RulesFrame): readonly Grid[] | Refusal<MarkingRefusal> {
  const twice = secondOf(inputs, ({ gridId, gridVersion }) => `${gridId} ${gridVersion}`);
  if (twice !== undefined) return ruledTwice(`/grids/${twice}/gridVersion`);
  const grids = inputs.map(gridFrom);
  for (const [index, grid] of grids.entries()) {
    const refusal = refusedGrid(grid, `/grids/${index}`, frame);
    if (refusal) return refusal;
  }
  return grids;
}

function gridFrom(input: AdoptedGridInput): Grid {
  const { gridId, gridVersion, labelExact, aggregation = null, rounding = null } = input;
  return {
    gridId,
    gridVersion,
    labelExact,
    modalities: [...input.modalities],
    aggregation,
    rounding: rounding && { mode: rounding.mode, step: rounding.step },
    criteria: input.criteria.map((criterion) => ({
      code: criterion.code,
      labelExact: criterion.labelExact,
      competencies: [...criterion.competencies],
      scale: criterion.scale,
      coefficient: criterion.coefficient,
    })),
  };
}

function refusedGrid(grid: Grid, at: string, { framework, settings, lines, earlier }: RulesFrame): Refused {
  const astray = grid.modalities.findIndex((modality) => !lines.has(modality));
  if (astray !== -1) return unknownLine(`${at}/modalities/${astray}`, grid.modalities[astray]!);
  if (grid.rounding && new Decimal(grid.rounding.step).isZero())
    return refuse(
      'ROUNDING_INVALID',
      `${at}/rounding/step`,
      'On n’arrondit pas à un multiple de zéro.',
      'Nothing can be rounded to a multiple of zero.',
    );
  const twice = secondOf(grid.criteria, ({ code }) => code);
  if (twice !== undefined) return ruledTwice(`${at}/criteria/${twice}/code`);
  const competencies = new Set(
    framework.blocks.flatMap(({ activity }) => activity?.competencies.map(({ code }) => code) ?? []),
  );
  for (const [index, { scale, competencies: shown }] of grid.criteria.entries()) {
    if (!settings.scales.some(({ code }) => code === scale))
      return unknownScale(`${at}/criteria/${index}/scale`, scale);
    const unknown = shown.findIndex((code) => !competencies.has(code));
    if (unknown !== -1)
      return refuse(
        'COMPETENCY_UNKNOWN',
        `${at}/criteria/${index}/competencies/${unknown}`,
        `La fiche n’a pas de compétence ${shown[unknown]}.`,
        `The fiche has no competency ${shown[unknown]}.`,
      );
  }
  if (grid.aggregation !== null && grid.criteria.every(({ coefficient }) => new Decimal(coefficient).isZero()))
    return refuse(
      'COEFFICIENT_MISSING',
      `${at}/criteria`,
      'Aucun critère de cette grille ne compte.',
      'No criterion of this grid counts.',
    );
  const other = earlier
    .flatMap(({ grids }) => grids)
    .find((one) => one.gridId === grid.gridId && one.gridVersion === grid.gridVersion && !isSame(one, grid));
  return (
    other &&
    refuse(
      'GRID_ALREADY_ADOPTED',
      `${at}/gridVersion`,
      `La version ${grid.gridVersion} de la grille ${grid.gridId} existe avec un autre contenu : adoptez la suivante.`,
      `Version ${grid.gridVersion} of grid ${grid.gridId} exists with another content: adopt the next one.`,
    )
  );
}

function isSame(one: Grid, other: Grid): boolean {
  return JSON.stringify(ordered(one)) === JSON.stringify(ordered(other));
}

/** The same value with its fields in the order of their names: a store gives them back in an order of its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, ordered(field)]));
}
