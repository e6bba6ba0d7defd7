import { Decimal } from 'decimal.js';

import { type Refusal, refuse } from '@minutier/ledger';

import { type Framework, modalitiesOf } from './framework.state.js';
import type { ModalityRule } from './rules.events.js';
import type { RulesSettings } from './rules-defaults.js';
import { isOff, referenceOf, refusedMarks, ruledTwice, unknownBlock, unknownFunction } from './rules-refusals.js';

type Check<Code extends string> = Refusal<Code> | undefined;

/** Rounding needs a step; a level is worth something on the reference scale. */
export function refusedScales({
  scales,
  rounding,
  ...settings
}: RulesSettings): Check<'ROUNDING_INVALID' | 'SCALE_INVALID'> {
  const stepless = Object.entries(rounding).find(([, { step }]) => new Decimal(step).isZero());
  if (stepless)
    return refuse(
      'ROUNDING_INVALID',
      `/rounding/${stepless[0]}/step`,
      'On n’arrondit pas à un multiple de zéro.',
      'Nothing can be rounded to a multiple of zero.',
    );
  const reference = referenceOf({ scales, ...settings });
  for (const [index, scale] of scales.entries()) {
    const level = scale.kind === 'level' ? scale.levels.findIndex(({ value }) => isOff(reference, value)) : -1;
    if (level !== -1)
      return refuse(
        'SCALE_INVALID',
        `/scales/${index}/levels/${level}/value`,
        `Un niveau vaut de ${reference.min} à ${reference.max}, sur le barème de référence.`,
        `A level is worth ${reference.min} to ${reference.max}, on the reference scale.`,
      );
  }
  return undefined;
}

/** Thresholds, floors and mentions are marks of the reference scale. */
export function refusedThresholds(
  settings: RulesSettings,
  floors: readonly (readonly [pointer: string, floor: string])[],
): Check<'THRESHOLD_OFF_SCALE'> {
  const { blockRule, titleRule, mentions } = settings;
  return refusedMarks(settings, [
    ['/blockRule/threshold', blockRule.threshold],
    ['/blockRule/functionFloor', blockRule.functionFloor],
    ['/titleRule/threshold', titleRule.threshold],
    ...mentions.map(({ from }, index) => [`/mentions/${index}/from`, from] as const),
    ...floors,
  ]);
}

/** Weights and mentions name parts that exist, each once, and each weight counts. */
export function refusedWeights(
  { functionCoefficients, blockCoefficients, mentions }: RulesSettings,
  framework: Framework,
): Check<'FUNCTION_UNKNOWN' | 'BLOCK_UNKNOWN' | 'RULE_REPEATED' | 'COEFFICIENT_ZERO'> {
  const functions = framework.blocks.flatMap((block) => block.functions);
  const functionAt = functionCoefficients.findIndex((one) => !functions.some(({ code }) => code === one.function));
  if (functionAt !== -1) return unknownFunction(`/functionCoefficients/${functionAt}/function`);
  const blockAt = blockCoefficients.findIndex((one) => !framework.blocks.some(({ code }) => code === one.block));
  if (blockAt !== -1) return unknownBlock(`/blockCoefficients/${blockAt}/block`);
  const repeated =
    secondNaming('/functionCoefficients', 'function', functionCoefficients) ??
    secondNaming('/blockCoefficients', 'block', blockCoefficients) ??
    secondNaming('/mentions', 'code', mentions);
  if (repeated !== undefined) return ruledTwice(repeated);
  const weightless =
    weightlessAt('/functionCoefficients', functionCoefficients) ??
    weightlessAt('/blockCoefficients', blockCoefficients);
  return weightless === undefined
    ? undefined
    : refuse(
        'COEFFICIENT_ZERO',
        weightless,
        'Une fonction et un bloc comptent toujours : leur coefficient dépasse 0.',
        'A function and a block always count: their coefficient is above 0.',
      );
}

/** In each function, one line at least counts. */
export function refusedWeightlessLines(
  framework: Framework,
  modalityRules: readonly ModalityRule[],
): Check<'COEFFICIENTS_ALL_ZERO'> {
  const counting = new Set(
    modalityRules.filter(({ coefficient }) => !new Decimal(coefficient).isZero()).map(({ modality }) => modality),
  );
  const counted = new Set(
    modalitiesOf(framework).flatMap(({ modality, functionCode }) => (counting.has(modality.id) ? [functionCode] : [])),
  );
  const idle = framework.blocks.flatMap((block) => block.functions).find(({ code }) => !counted.has(code));
  return (
    idle &&
    refuse(
      'COEFFICIENTS_ALL_ZERO',
      '/modalityRules',
      `Aucune ligne de la fonction ${idle.code} ne compte.`,
      `No line of function ${idle.code} counts.`,
    )
  );
}

function secondNaming<Field extends string>(
  at: string,
  field: Field,
  list: readonly Readonly<Record<Field, string>>[],
): string | undefined {
  const index = list.findIndex((one, place) => list.findIndex((other) => other[field] === one[field]) < place);
  return index === -1 ? undefined : `${at}/${index}/${field}`;
}

function weightlessAt(at: string, list: readonly { readonly coefficient: string }[]): string | undefined {
  const index = list.findIndex(({ coefficient }) => new Decimal(coefficient).isZero());
  return index === -1 ? undefined : `${at}/${index}/coefficient`;
}
