import type { Correction, Outcome, Result } from '@minutier/candidacy';
import {
  type Line,
  type MissingPolicy,
  type ModalityRule,
  ownOrGeneral,
  type Rules,
  scaleOf,
} from '@minutier/framework';

import { exact, type ExactDecimal, rounded, weightedMean, written } from './exact-mean.js';

/** A correction as a transcript shows it; its explanation in words stays in the candidate's file. */
export interface ShownCorrection extends Pick<Correction, 'from' | 'to' | 'authority' | 'recordedAt'> {
  readonly reason: Correction['reason']['code'];
}

/** What the calculation needs of an evaluation, and what is shown beside it. */
export interface CountedEvaluation {
  readonly evaluationId: string;
  readonly modality: string;
  readonly occurrence: number;
  readonly attempt: number;
  readonly session: number;
  readonly heldOn: string;
  readonly outcome: Outcome;
  /** What it was before each correction, why, on whose authority; the earliest first. */
  readonly corrections: readonly ShownCorrection[];
  /** Days in the company, of a company assessment. */
  readonly daysPresent?: number | null;
}

/** Why a result is open, below, or left out: codes, and where. */
export interface TranscriptReason {
  readonly code:
    | 'mark-missing'
    | 'absence-open'
    | 'absence-counts-zero'
    | 'absence-neutral'
    | 'exempt'
    | 'missing-counts-zero'
    | 'missing-neutral'
    | 'below-floor'
    | 'function-below-floor'
    | 'below-threshold'
    | 'line-open'
    | 'no-line-for-route'
    | 'resit-capped'
    | 'equivalence'
    | 'carried-over'
    | 'company-period-short'
    | 'company-period-blocks';
  readonly modality?: string;
  readonly occurrence?: number;
  readonly function?: string;
  readonly block?: string;
  readonly value?: string;
  readonly needed?: string;
}

/** One line of the fiche in a transcript. */
export interface ModalityResult {
  readonly modality: string;
  readonly kind: Line['kind'];
  readonly exact: string;
  readonly coefficient: string;
  readonly scale: string;
  readonly expected: number | null;
  /** Every evaluation recorded, and which of them counts. */
  readonly evaluations: readonly (Omit<CountedEvaluation, 'modality' | 'daysPresent'> & { readonly counts: boolean })[];
  /** Open: something is missing. Neutral: nothing counts. */
  readonly standing: 'obtained' | 'below' | 'open' | 'neutral' | 'not-sat';
  /** On the reference scale, rounded as the rules say. */
  readonly result: string | null;
  readonly reasons: readonly TranscriptReason[];
  /** The rules' own lines that stand for this one on this route. Since calculation 2. */
  readonly substitutes?: readonly ModalityResult[];
}

/** A line with its exact value, for the function's mean. */
export interface ValuedModality {
  readonly shown: ModalityResult;
  readonly value: ExactDecimal | undefined;
  readonly weight: string;
}

type Contribution = { readonly value: ExactDecimal } | 'neutral' | 'open';

/** A line's result: of each occurrence the attempt that counts, then their mean, on the reference scale. */
export function modalityResult(
  modality: Pick<Line, 'id' | 'kind' | 'exact'>,
  rule: ModalityRule,
  { evaluations, route }: { readonly evaluations: readonly CountedEvaluation[]; readonly route: string },
  rules: Rules,
): ValuedModality {
  const mine = evaluations.filter((one) => one.modality === modality.id);
  const counting = countingEvaluations(mine, rule, rules);
  const reasons: TranscriptReason[] = [];
  const sat = rule.routes.some((code) => code === route);
  const contributions = sat
    ? occurrencesOf(mine, rule).map((occurrence) =>
        contribution(counting.get(occurrence), occurrence, rule, rules, reasons),
      )
    : [];
  const open = contributions.includes('open');
  const values = contributions.flatMap((one) => (typeof one === 'object' ? [{ value: one.value, weight: '1' }] : []));
  const mean = open ? undefined : weightedMean(values);
  const value = mean && rounded(mean, rules.rounding.modality);
  const below = value !== undefined && rule.floor !== null && value.lessThan(rule.floor);
  if (below)
    reasons.push({
      code: 'below-floor',
      modality: modality.id,
      value: written(value, rules.rounding.modality),
      needed: rule.floor,
    });
  const counted = new Set([...counting.values()].map(({ evaluationId }) => evaluationId));
  return {
    value,
    weight: rule.coefficient,
    shown: {
      modality: modality.id,
      kind: modality.kind,
      exact: modality.exact,
      coefficient: rule.coefficient,
      scale: rule.scale,
      expected: rule.expectedOccurrences,
      evaluations: mine.map(({ modality: _modality, daysPresent: _days, ...one }) => ({
        ...one,
        counts: counted.has(one.evaluationId),
      })),
      standing: !sat ? 'not-sat' : open ? 'open' : below ? 'below' : value ? 'obtained' : 'neutral',
      result: value ? written(value, rules.rounding.modality) : null,
      reasons,
    },
  };
}

/** The occurrences expected; on a line without a number, those that were held. */
function occurrencesOf(evaluations: readonly CountedEvaluation[], { expectedOccurrences }: ModalityRule): number[] {
  if (expectedOccurrences !== null) return Array.from({ length: expectedOccurrences }, (_, index) => index + 1);
  const held = [...new Set(evaluations.map(({ occurrence }) => occurrence))].sort((one, other) => one - other);
  return held.length > 0 ? held : [1];
}

/** By occurrence, the attempt that counts: the last, or the best; of equals the later. */
function countingEvaluations(
  evaluations: readonly CountedEvaluation[],
  rule: ModalityRule,
  rules: Rules,
): Map<number, CountedEvaluation> {
  const counting = new Map<number, CountedEvaluation>();
  for (const evaluation of [...evaluations].sort((one, other) => one.attempt - other.attempt)) {
    const before = counting.get(evaluation.occurrence);
    const better =
      !before ||
      rule.countingAttempt === 'last' ||
      rank(evaluation, rule, rules).greaterThanOrEqualTo(rank(before, rule, rules));
    if (better) counting.set(evaluation.occurrence, evaluation);
  }
  return counting;
}

/** For «the best attempt counts»: an absence is below every mark, an exemption above none. */
function rank(evaluation: CountedEvaluation, rule: ModalityRule, rules: Rules): ExactDecimal {
  const { outcome } = evaluation;
  return outcome.kind === 'result' ? counted(evaluation, outcome.result, rule, rules, []) : exact(-1);
}

/** What a result counts for, on the scale on which it was given: of a re-sit no more than the rules' cap. */
function counted(
  { attempt, occurrence }: CountedEvaluation,
  obtained: Result,
  { modality }: ModalityRule,
  rules: Rules,
  reasons: TranscriptReason[],
): ExactDecimal {
  const value = worthOf(obtained, rules);
  const cap = ownOrGeneral(rules.attemptRules, modality)?.resitCap ?? null;
  if (attempt === 1 || cap === null || value.lessThanOrEqualTo(cap)) return value;
  reasons.push({ code: 'resit-capped', modality, occurrence, value: cap });
  return exact(cap);
}

function contribution(
  evaluation: CountedEvaluation | undefined,
  occurrence: number,
  rule: ModalityRule,
  rules: Rules,
  reasons: TranscriptReason[],
): Contribution {
  const at = { modality: rule.modality, occurrence };
  const zero: Contribution = { value: exact(referenceScaleOf(rules).min) };
  const apply = (
    policy: MissingPolicy,
    codes: Readonly<Record<MissingPolicy, TranscriptReason['code']>>,
  ): Contribution => {
    reasons.push({ code: codes[policy], ...at });
    return policy === 'blocks' ? 'open' : policy === 'zero' ? zero : 'neutral';
  };
  if (!evaluation) {
    return apply(rule.missing, { blocks: 'mark-missing', zero: 'missing-counts-zero', neutral: 'missing-neutral' });
  }
  const { outcome } = evaluation;
  switch (outcome.kind) {
    case 'result':
      return { value: counted(evaluation, outcome.result, rule, rules, reasons) };
    case 'absence':
      return apply(outcome.justified ? rule.justifiedAbsence : rule.unjustifiedAbsence, {
        blocks: 'absence-open',
        zero: 'absence-counts-zero',
        neutral: 'absence-neutral',
      });
    case 'exemption':
      reasons.push({ code: 'exempt', ...at });
      return 'neutral';
  }
}

/** A result on the scale on which results are compared: levels by their value, other numeric scales in proportion. */
export function worthOf({ scale: code, value }: Result, rules: Rules): ExactDecimal {
  const scale = scaleOf(rules, code)!;
  if (scale.kind === 'level') return exact(scale.levels.find((level) => level.code === value)!.value);
  const reference = referenceScaleOf(rules);
  if (scale.code === reference.code) return exact(value);
  const share = exact(value).minus(scale.min).times(exact(reference.max).minus(reference.min));
  return share.div(exact(scale.max).minus(scale.min)).plus(reference.min);
}

/** The numeric scale on which the rules compare results. */
export function referenceScaleOf(rules: Rules): { code: string; min: string; max: string } {
  const scale = scaleOf(rules, rules.referenceScale);
  if (scale?.kind !== 'numeric') throw new TypeError('rules are adopted with a numeric reference scale only');
  return scale;
}
