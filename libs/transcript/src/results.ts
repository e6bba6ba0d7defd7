import type { Framework, Rules } from '@minutier/framework';

import { blockResult } from './block-result.js';
import { exact, type ExactDecimal, rounded, weightedMean, written } from './exact-mean.js';
import type { ModalityResult, TranscriptReason } from './modality-result.js';
import { asCalculationOne } from './calculation-one.js';
import { companyPeriodReasons, countingLines, resitsProposed } from './proposals.js';
import { type BlockResult, type CandidacyMarks, NO_COVERS, type TranscriptResults } from './transcript-results.js';

export * from './transcript-results.js';

/**
 * Calculation 2 counts the rules' own lines in place of the fiche's (A19), equivalences and blocks carried over, rules
 * of single blocks, caps of re-sits and periods in company. Calculation 1 knows none of them and stays runnable: a
 * result of 2019 recomputes in 2039.
 */
export function transcriptResults(framework: Framework, rules: Rules, marks: CandidacyMarks): TranscriptResults {
  if (rules.calculation === 2) return calculated(framework, rules, { covers: NO_COVERS, ...marks });
  if (rules.calculation === 1)
    return asCalculationOne(rules, (bare) => calculated(framework, bare, { ...marks, covers: NO_COVERS }));
  throw new RangeError(`calculation ${rules.calculation} is not known to this version`);
}

function calculated(framework: Framework, rules: Rules, marks: Required<CandidacyMarks>): TranscriptResults {
  const blocks = framework.blocks.map((block) => blockResult(block, rules, marks));
  const shown = blocks.map((block) => block.shown);
  // A block that stands without a mark weighs nothing in the overall mean.
  const counted = blocks.filter((block) => block.shown.origin === 'session');
  const mean = counted.every(({ value }) => value !== undefined)
    ? weightedMean(counted.map(({ value, weight }) => ({ value: value!, weight })))
    : undefined;
  const overall = mean && rounded(mean, rules.rounding.title);
  const validated = shown.filter(({ proposed }) => proposed === 'validated').map(({ code }) => code);
  const period = companyPeriodReasons(marks, rules);
  const outcome = proposedOutcome(shown, validated, overall, framework, rules);
  const withheld = outcome === 'admitted' && period.some(({ code }) => code === 'company-period-blocks');
  return {
    calculation: rules.calculation,
    framework: { number: framework.number, version: framework.version },
    rules: { id: rules.rulesId, version: rules.version },
    referenceScale: rules.referenceScale,
    blocks: shown,
    overall: overall ? written(overall, rules.rounding.title) : null,
    mention: outcome === 'admitted' && overall ? mentionOf(overall, rules) : null,
    proposed: {
      outcome: withheld ? 'open' : outcome,
      validatedBlocks: validated,
      partialReading: rules.partialReading,
      resits: resitsProposed(shown, rules),
    },
    missing: shown.flatMap((block) => countingLines(block).flatMap(missingOf)),
    reasons: period,
  };
}

function missingOf({ reasons }: ModalityResult): TranscriptReason[] {
  return reasons.filter(({ code }) => code === 'mark-missing' || code === 'absence-open');
}

/** Every block validated, or the mean where the rules let blocks compensate each other; else what the partial clause leaves. */
function proposedOutcome(
  blocks: readonly BlockResult[],
  validated: readonly string[],
  overall: ExactDecimal | undefined,
  framework: Framework,
  rules: Rules,
): TranscriptResults['proposed']['outcome'] {
  const { titleRule, partialReading } = rules;
  if (blocks.some(({ proposed }) => proposed === 'open')) return 'open';
  const withoutMarks = blocks.every(({ origin }) => origin !== 'session');
  const reached =
    titleRule.threshold === null || withoutMarks || (overall?.greaterThanOrEqualTo(titleRule.threshold) ?? false);
  const everyBlock = validated.length === blocks.length;
  const compensated =
    titleRule.compensationBetweenBlocks &&
    titleRule.threshold !== null &&
    blocks.every((block) => isCompensable(block, rules));
  if (reached && (everyBlock || (!titleRule.everyBlock && compensated))) return 'admitted';
  const listed = framework.partialClause?.blocks ?? blocks.map(({ code }) => code);
  const obtained = listed.filter((code) => validated.includes(code));
  const partial = partialReading === 'all-listed' ? obtained.length === listed.length : obtained.length > 0;
  return partial ? 'partial' : 'not-admitted';
}

/** Another block may make up for a mean below the threshold, never for a floor, nor where the block's own rule forbids it. */
function isCompensable({ code, reasons }: BlockResult, { blockRules }: Rules): boolean {
  const below = reasons.filter((reason) => reason.code !== 'equivalence' && reason.code !== 'carried-over');
  const own = blockRules.find((rule) => rule.block === code);
  return (
    below.every((reason) => reason.code === 'below-threshold') && (below.length === 0 || own?.compensable !== false)
  );
}

/** The highest mention that the overall result reaches. */
function mentionOf(overall: ExactDecimal, { mentions }: Rules): string | null {
  const reached = mentions.filter(({ from }) => overall.greaterThanOrEqualTo(from));
  reached.sort((one, other) => exact(other.from).comparedTo(one.from));
  return reached[0]?.code ?? null;
}
