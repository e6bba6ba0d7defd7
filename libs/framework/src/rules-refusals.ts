import { Decimal } from 'decimal.js';

import { type Refusal, refuse } from '@minutier/ledger';

import type { NumericScale, Scale } from './rules.events.js';
import type { RulesSettings } from './rules-defaults.js';

/** A part of the rules names, on its own, what is ruled already. */
export function ruledTwice(pointer: string): Refusal<'RULE_REPEATED'> {
  return refuse('RULE_REPEATED', pointer, 'Cette partie est réglée deux fois.', 'This part is ruled twice.');
}

/** The fiche has no block of that code. */
export function unknownBlock(pointer: string): Refusal<'BLOCK_UNKNOWN'> {
  return refuse('BLOCK_UNKNOWN', pointer, 'La fiche n’a pas ce bloc.', 'The fiche has no such block.');
}

/** The fiche has no function of that code. */
export function unknownFunction(pointer: string): Refusal<'FUNCTION_UNKNOWN'> {
  return refuse('FUNCTION_UNKNOWN', pointer, 'La fiche n’a pas cette fonction.', 'The fiche has no such function.');
}

/** Neither the fiche nor the rules have a line of that code. */
export function unknownLine(pointer: string, line: string): Refusal<'MODALITY_UNKNOWN'> {
  return refuse('MODALITY_UNKNOWN', pointer, `La fiche n’a pas de ligne ${line}.`, `The fiche has no line ${line}.`);
}

/** These rules define no scale of that code. */
export function unknownScale(pointer: string, scale: string): Refusal<'SCALE_UNKNOWN'> {
  return refuse('SCALE_UNKNOWN', pointer, `Le barème ${scale} n’est pas défini.`, `Scale ${scale} is not defined.`);
}

/** The scale on which means, thresholds, floors and mentions are expressed. */
export function referenceOf({
  scales,
  referenceScale,
}: Pick<RulesSettings, 'scales' | 'referenceScale'>): NumericScale {
  return scales.find(
    (scale: Scale): scale is NumericScale => scale.code === referenceScale && scale.kind === 'numeric',
  )!;
}

/** Whether a mark lies outside a scale. */
export function isOff({ min, max }: NumericScale, mark: string): boolean {
  return new Decimal(mark).lessThan(min) || new Decimal(mark).greaterThan(max);
}

/** The first of some marks that lies outside the reference scale; what is not given lies nowhere. */
export function refusedMarks(
  settings: Pick<RulesSettings, 'scales' | 'referenceScale'>,
  marks: readonly (readonly [pointer: string, mark: string | null | undefined])[],
): Refusal<'THRESHOLD_OFF_SCALE'> | undefined {
  const reference = referenceOf(settings);
  const off = marks.find(([, mark]) => mark != null && isOff(reference, mark));
  return (
    off &&
    refuse(
      'THRESHOLD_OFF_SCALE',
      off[0],
      `Le barème de référence va de ${reference.min} à ${reference.max}.`,
      `The reference scale runs from ${reference.min} to ${reference.max}.`,
    )
  );
}

/** Place of the first element that says the same as one before it; undefined where each says something of its own. */
export function secondOf<Element>(list: readonly Element[], keyOf: (one: Element) => unknown): number | undefined {
  const keys = list.map(keyOf);
  const place = keys.findIndex((key, index) => keys.indexOf(key) < index);
  return place === -1 ? undefined : place;
}
