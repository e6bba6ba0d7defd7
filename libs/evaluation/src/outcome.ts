import { Decimal } from 'decimal.js';

import type { Outcome, Result } from '@minutier/candidacy';
import { ruleOf, type Rules, type Scale, scaleOf } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import type { OutcomeInput } from './assessment-input.js';

export type OutcomeRefusal =
  | 'OUTCOME_INCOMPLETE'
  | 'SCALE_MISMATCH'
  | 'MARK_ABOVE_SCALE'
  | 'MARK_BELOW_SCALE'
  | 'MARK_OFF_STEP'
  | 'MARK_NOT_DECIMAL'
  | 'LEVEL_UNKNOWN';

/** The outcome as an event states it, or why it is none: exactly the fields of its kind, a result on the line's scale. */
export function outcomeFrom(
  input: OutcomeInput | Outcome,
  modality: string,
  rules: Rules,
  at = '/outcome',
): Outcome | Refusal<OutcomeRefusal> {
  const { kind, result, justified, document, authority } = input as OutcomeInput;
  const given = {
    result: result !== undefined,
    justified: justified !== undefined,
    document: document !== undefined,
    authority: authority !== undefined,
  };
  switch (kind) {
    case 'result': {
      if (!result || given.justified || given.document || given.authority) return incomplete(at, 'result');
      const refusal = refusedResult(result, modality, rules, `${at}/result`);
      return refusal ?? { kind, result: { scale: result.scale, value: result.value } };
    }
    case 'absence':
      if (justified === undefined || given.result || given.authority) return incomplete(at, 'absence');
      return { kind, justified, document: document ?? null };
    case 'exemption':
      if (!authority || given.result || given.justified || given.document) return incomplete(at, 'exemption');
      return { kind, authority: { code: authority.code, document: authority.document ?? null } };
  }
}

function incomplete(at: string, kind: string): Refusal<OutcomeRefusal> {
  return refuse(
    'OUTCOME_INCOMPLETE',
    at,
    `Une issue « ${kind} » a ses seuls champs, et tous : result pour un résultat, justified (et document) pour une absence, authority pour une dispense.`,
    `An outcome “${kind}” has its own fields and all of them: result; justified (and document) for an absence; authority for an exemption.`,
  );
}

/** Why a result is not one that the line's scale knows. */
export function refusedResult(
  result: Result,
  modality: string,
  rules: Rules,
  at: string,
): Refusal<OutcomeRefusal> | undefined {
  const expected = ruleOf(rules, modality)?.scale;
  return refusedOnScale(result, expected === undefined ? undefined : scaleOf(rules, expected), at);
}

/** Why a result is not one that a scale of the rules knows. */
export function refusedOnScale(
  { scale: code, value }: Result,
  scale: Scale | undefined,
  at: string,
): Refusal<OutcomeRefusal> | undefined {
  if (!scale || code !== scale.code) {
    return refuse(
      'SCALE_MISMATCH',
      `${at}/scale`,
      scale ? `Le barème est ici « ${scale.code} ».` : `Le règlement n’a pas de barème « ${code} » à cet endroit.`,
      scale ? `The scale is “${scale.code}” here.` : `The rules have no scale “${code}” here.`,
    );
  }
  if (scale.kind === 'level') {
    if (scale.levels.some((level) => level.code === value)) return undefined;
    const levels = scale.levels.map((level) => level.code).join(', ');
    return refuse('LEVEL_UNKNOWN', `${at}/value`, `Les niveaux sont ${levels}.`, `The levels are ${levels}.`);
  }
  if (!/^(0|[1-9]\d{0,5})(\.\d{1,4})?$/.test(value)) {
    return refuse(
      'MARK_NOT_DECIMAL',
      `${at}/value`,
      'La note s’écrit comme un nombre décimal, sans exposant ni signe (par exemple "14.50").',
      'A mark is written as a decimal number, without exponent or sign (for example "14.50").',
    );
  }
  const mark = new Decimal(value);
  if (mark.greaterThan(scale.max))
    return refuse(
      'MARK_ABOVE_SCALE',
      `${at}/value`,
      `La note dépasse ${scale.max}.`,
      `The mark is above ${scale.max}.`,
    );
  if (mark.lessThan(scale.min))
    return refuse(
      'MARK_BELOW_SCALE',
      `${at}/value`,
      `La note est inférieure à ${scale.min}.`,
      `The mark is below ${scale.min}.`,
    );
  if (!mark.minus(scale.min).mod(scale.step).isZero()) {
    return refuse(
      'MARK_OFF_STEP',
      `${at}/value`,
      `Les notes vont de ${scale.step} en ${scale.step}.`,
      `Marks go by steps of ${scale.step}.`,
    );
  }
  return undefined;
}

/** Whether two outcomes say the same, "14.5" and "14.50" included. */
export function sameOutcome(one: Outcome, other: Outcome): boolean {
  if (one.kind === 'result' && other.kind === 'result') return sameResult(one.result, other.result);
  return sameValue(one, other);
}

/** Whether two plain values are equal, whatever the order of their keys: a store gives them back in another. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) =>
    sameValue((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}

/** Whether two results are equal on the same scale; marks are compared as numbers, levels as codes. */
export function sameResult(one: Result, other: Result): boolean {
  if (one.scale !== other.scale) return false;
  const numeric = /^[\d.]+$/;
  if (numeric.test(one.value) && numeric.test(other.value)) return new Decimal(one.value).equals(other.value);
  return one.value === other.value;
}
