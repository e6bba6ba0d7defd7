import { type Block, type Framework, type FrameworkFunction, ruleOf, type Rules } from '@minutier/framework';

import { exact, type ExactDecimal, rounded, weightedMean, written } from './exact-mean.js';
import {
  type CountedEvaluation,
  modalityResult,
  type ModalityResult,
  type TranscriptReason,
} from './modality-result.js';

export interface FunctionResult {
  readonly code: string;
  readonly label: string;
  readonly coefficient: string;
  readonly standing: 'obtained' | 'below' | 'open' | 'neutral';
  readonly result: string | null;
  readonly reasons: readonly TranscriptReason[];
  readonly modalities: readonly ModalityResult[];
}

export interface BlockResult {
  readonly code: string;
  readonly label: string;
  readonly tableNumber: number | null;
  readonly coefficient: string;
  readonly result: string | null;
  /** What the rules propose; the jury decides. */
  readonly proposed: 'validated' | 'not-validated' | 'open';
  readonly reasons: readonly TranscriptReason[];
  readonly functions: readonly FunctionResult[];
}

/** What a candidacy has obtained under one version of the rules, by one version of the calculation. */
export interface TranscriptResults {
  readonly calculation: number;
  readonly framework: { readonly number: string; readonly version: number };
  readonly rules: { readonly id: string; readonly version: number };
  readonly referenceScale: string;
  readonly blocks: readonly BlockResult[];
  readonly overall: string | null;
  readonly mention: string | null;
  /** By axis: outcome, blocks, and whether the partial clause (A12, in the reading adopted) allows a partial certification. */
  readonly proposed: {
    readonly outcome: 'admitted' | 'partial' | 'not-admitted' | 'open';
    readonly validatedBlocks: readonly string[];
    readonly partialReading: Rules['partialReading'];
  };
  /** Everything that is still missing, in the order of the fiche. */
  readonly missing: readonly TranscriptReason[];
}

interface Valued<Shown> {
  readonly shown: Shown;
  readonly value: ExactDecimal | undefined;
  readonly weight: string;
}

/** Calculation 1. Old versions stay runnable: a result of 2019 recomputes in 2039. */
export function transcriptResults(
  framework: Framework,
  rules: Rules,
  { route, evaluations }: { readonly route: string; readonly evaluations: readonly CountedEvaluation[] },
): TranscriptResults {
  if (rules.calculation !== 1) throw new RangeError(`calculation ${rules.calculation} is not known to this version`);
  const blocks = framework.blocks.map((block) => blockResult(block, rules, route, evaluations));
  const mean = blocks.every(({ value }) => value !== undefined) ? weightedMean(blocks.map(withValue)) : undefined;
  const overall = mean && rounded(mean, rules.rounding.title);
  const shown = blocks.map((block) => block.shown);
  const validated = shown.filter(({ proposed }) => proposed === 'validated').map(({ code }) => code);
  const outcome = proposedOutcome(shown, validated, overall, framework, rules);
  return {
    calculation: rules.calculation,
    framework: { number: framework.number, version: framework.version },
    rules: { id: rules.rulesId, version: rules.version },
    referenceScale: rules.referenceScale,
    blocks: shown,
    overall: overall ? written(overall, rules.rounding.title) : null,
    mention: outcome === 'admitted' && overall ? mentionOf(overall, rules) : null,
    proposed: { outcome, validatedBlocks: validated, partialReading: rules.partialReading },
    missing: shown.flatMap(({ functions }) => functions.flatMap(({ modalities }) => modalities.flatMap(missingOf))),
  };
}

function missingOf({ reasons }: ModalityResult): TranscriptReason[] {
  return reasons.filter(({ code }) => code === 'mark-missing' || code === 'absence-open');
}

function blockResult(
  block: Block,
  rules: Rules,
  route: string,
  evaluations: readonly CountedEvaluation[],
): Valued<BlockResult> {
  const functions = block.functions.map((one) => functionResult(one, rules, route, evaluations));
  const { threshold, functionFloor } = rules.blockRule;
  const reasons: TranscriptReason[] = [];
  const open = functions.filter(({ shown }) => shown.standing === 'open');
  for (const { shown } of open) reasons.push({ code: 'line-open', function: shown.code });
  const mean =
    open.length > 0 ? undefined : weightedMean(functions.filter(({ value }) => value !== undefined).map(withValue));
  const value = mean && rounded(mean, rules.rounding.block);
  if (open.length === 0 && !value) reasons.push({ code: 'no-line-for-route' });
  if (value?.lessThan(threshold))
    reasons.push({ code: 'below-threshold', value: written(value, rules.rounding.block), needed: threshold });
  for (const { shown, value: obtained } of functions) {
    if (shown.standing === 'below') reasons.push({ code: 'below-floor', function: shown.code });
    if (functionFloor !== null && obtained?.lessThan(functionFloor)) {
      reasons.push({ code: 'function-below-floor', function: shown.code, value: shown.result!, needed: functionFloor });
    }
  }
  return {
    value,
    weight: rules.blockCoefficients.find((one) => one.block === block.code)?.coefficient ?? '1',
    shown: {
      code: block.code,
      label: block.label,
      tableNumber: block.tableNumber,
      coefficient: rules.blockCoefficients.find((one) => one.block === block.code)?.coefficient ?? '1',
      result: value ? written(value, rules.rounding.block) : null,
      proposed: !value ? 'open' : reasons.length > 0 ? 'not-validated' : 'validated',
      reasons,
      functions: functions.map(({ shown }) => shown),
    },
  };
}

function functionResult(
  { code, label, modalities }: FrameworkFunction,
  rules: Rules,
  route: string,
  evaluations: readonly CountedEvaluation[],
): Valued<FunctionResult> {
  const lines = modalities.map((modality) =>
    modalityResult(modality, ruleOf(rules, modality.id)!, evaluations, route, rules),
  );
  const open = lines.filter(({ shown }) => shown.standing === 'open');
  const below = lines.filter(({ shown }) => shown.standing === 'below');
  const mean =
    open.length > 0 ? undefined : weightedMean(lines.filter(({ value }) => value !== undefined).map(withValue));
  const value = mean && rounded(mean, rules.rounding.function);
  const reasons = [...open, ...below]
    .flatMap(({ shown }) => shown.reasons)
    .filter((reason) => REASONS_OF_FUNCTIONS.has(reason.code));
  const weight = rules.functionCoefficients.find((one) => one.function === code)?.coefficient ?? '1';
  return {
    value,
    weight,
    shown: {
      code,
      label,
      coefficient: weight,
      standing: open.length > 0 ? 'open' : below.length > 0 ? 'below' : value ? 'obtained' : 'neutral',
      result: value ? written(value, rules.rounding.function) : null,
      reasons,
      modalities: lines.map(({ shown }) => shown),
    },
  };
}

const REASONS_OF_FUNCTIONS: ReadonlySet<TranscriptReason['code']> = new Set([
  'mark-missing',
  'absence-open',
  'below-floor',
]);

function withValue({ value, weight }: { readonly value: ExactDecimal | undefined; readonly weight: string }) {
  return { value: value ?? exact(0), weight };
}

/** Every block validated, or the mean where the rules let blocks compensate each other; else what the partial clause leaves. */
function proposedOutcome(
  blocks: readonly BlockResult[],
  validated: readonly string[],
  overall: ExactDecimal | undefined,
  framework: Framework,
  { titleRule, partialReading }: Rules,
): TranscriptResults['proposed']['outcome'] {
  if (blocks.some(({ proposed }) => proposed === 'open')) return 'open';
  const reached = titleRule.threshold === null || (overall?.greaterThanOrEqualTo(titleRule.threshold) ?? false);
  const everyBlock = validated.length === blocks.length;
  const compensated = titleRule.compensationBetweenBlocks && titleRule.threshold !== null && blocks.every(compensable);
  if (reached && (everyBlock || (!titleRule.everyBlock && compensated))) return 'admitted';
  const listed = framework.partialClause?.blocks ?? blocks.map(({ code }) => code);
  const obtained = listed.filter((code) => validated.includes(code));
  const partial = partialReading === 'all-listed' ? obtained.length === listed.length : obtained.length > 0;
  return partial ? 'partial' : 'not-admitted';
}

/** Another block may make up for a mean below the threshold, never for a floor. */
function compensable({ reasons }: BlockResult): boolean {
  return reasons.every(({ code }) => code === 'below-threshold');
}

/** The highest mention that the overall result reaches. */
function mentionOf(overall: ExactDecimal, { mentions }: Rules): string | null {
  const reached = mentions.filter(({ from }) => overall.greaterThanOrEqualTo(from));
  reached.sort((one, other) => exact(other.from).comparedTo(one.from));
  return reached[0]?.code ?? null;
}
