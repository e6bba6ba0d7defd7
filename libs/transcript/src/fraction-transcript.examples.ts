import type { Result } from '@minutier/candidacy';
import { modalitiesOf, type ModalityRule, type Rules, type Scale, type SubstituteLine } from '@minutier/framework';

import { framework } from '../../framework/src/framework.examples.js';
import { below, type Fraction, fraction, mean, minus, over, plus, print, times } from './fractions.examples.js';
import type { CountedEvaluation } from './modality-result.js';
import type { CandidacyMarks } from './results.js';

/** What is weighed against its like; open: something is missing. */
interface Part {
  readonly value: Fraction | undefined;
  readonly weight: string;
  readonly open: boolean;
  readonly below: boolean;
}

const NOTHING = { value: undefined, open: false, below: false };

function worthOf({ scale: given, value }: Result, { scales, referenceScale }: Rules): Fraction {
  const scale = scales.find(({ code }) => code === given)!;
  const reference = scales.find(({ code }) => code === referenceScale) as Extract<Scale, { min: string }>;
  if (scale.kind === 'level') return fraction(scale.levels.find(({ code }) => code === value)!.value);
  const share = over(minus(fraction(value), fraction(scale.min)), minus(fraction(scale.max), fraction(scale.min)));
  return plus(times(share, minus(fraction(reference.max), fraction(reference.min))), fraction(reference.min));
}

type LineRule = Omit<ModalityRule, 'modality' | 'routes'> & { readonly routes: readonly string[] };

/** A line by its own marks: of each place the attempt that counts, a re-sit up to the cap, then their mean. */
function lineOf(line: string, rule: LineRule, { route, evaluations }: CandidacyMarks, rules: Rules): Part {
  const weight = rule.coefficient;
  if (!rule.routes.includes(route)) return { ...NOTHING, weight };
  const attemptRule =
    rules.attemptRules.find((one) => one.modality === line) ?? rules.attemptRules.find((one) => one.modality === null);
  const reference = rules.scales.find(({ code }) => code === rules.referenceScale) as Extract<Scale, { min: string }>;
  const countsFor = ({ attempt }: CountedEvaluation, obtained: Result): Fraction => {
    const value = worthOf(obtained, rules);
    const cap = attempt > 1 && attemptRule?.resitCap ? fraction(attemptRule.resitCap) : value;
    return below(cap, value) ? cap : value;
  };
  const mine = evaluations.filter((one) => one.modality === line);
  const held = mine.length > 0 ? [...new Set(mine.map(({ occurrence }) => occurrence))] : [1];
  const expected =
    rule.expectedOccurrences === null ? held : [...Array(rule.expectedOccurrences).keys()].map((n) => n + 1);
  const values: { value: Fraction; weight: string }[] = [];
  let open = false;
  for (const occurrence of expected) {
    const rank = (one: CountedEvaluation): Fraction =>
      one.outcome.kind === 'result' ? countsFor(one, one.outcome.result) : [-1n, 1n];
    const counts = mine
      .filter((one) => one.occurrence === occurrence)
      .reduce<CountedEvaluation | undefined>(
        (best, one) => (best && rule.countingAttempt === 'best' && below(rank(one), rank(best)) ? best : one),
        undefined,
      );
    const { outcome } = counts ?? {};
    if (outcome?.kind === 'result') values.push({ value: countsFor(counts!, outcome.result), weight: '1' });
    if (outcome?.kind === 'result' || outcome?.kind === 'exemption') continue;
    const policy = !outcome ? rule.missing : outcome.justified ? rule.justifiedAbsence : rule.unjustifiedAbsence;
    if (policy === 'zero') values.push({ value: fraction(reference.min), weight: '1' });
    if (policy === 'blocks') open = true;
  }
  const value = open ? undefined : mean(values, rules.rounding.modality);
  const isBelow = value !== undefined && rule.floor !== null && below(value, fraction(rule.floor));
  return { value, weight, open, below: isBelow };
}

/** What stands, on the candidate's route, for that part of the fiche. */
function replacing(level: SubstituteLine['replaces']['level'], code: string, marks: CandidacyMarks, rules: Rules) {
  return rules.substituteLines
    .filter(({ replaces }) => replaces.level === level && replaces.codes.includes(code))
    .filter(({ routes }) => (routes as readonly string[]).includes(marks.route))
    .map((own) => lineOf(own.line, own, marks, rules));
}

function together(parts: readonly Part[], weight: string, rounding: Rules['rounding']['modality']): Part {
  const open = parts.some((part) => part.open);
  return {
    value: open ? undefined : mean(parts, rounding),
    weight,
    open,
    below: parts.some((part) => part.below),
  };
}

/** The lines of the fiche that are recognised without a mark, by whichever equivalence. */
function recognisedLines({ covers }: CandidacyMarks): ReadonlySet<string> {
  const named = new Set(covers!.equivalences.map(({ code }) => code));
  const recognised = modalitiesOf(framework()).filter(({ modality, functionCode, blockCode }) =>
    [modality.id, functionCode, blockCode].some((code) => named.has(code)),
  );
  return new Set(recognised.map(({ modality }) => modality.id));
}

function blockOf(block: ReturnType<typeof framework>['blocks'][number], marks: CandidacyMarks, rules: Rules) {
  const recognised = recognisedLines(marks);
  const isRecognised = (ids: readonly { readonly id: string }[]) => ids.every(({ id }) => recognised.has(id));
  // A block that is recognised as a whole shows its functions as they were assessed all the same.
  const named = new Set(marks.covers!.equivalences.map(({ code }) => code));
  const functions = block.functions.map(({ code, modalities }) => {
    const weight = rules.functionCoefficients.find((one) => one.function === code)?.coefficient ?? '1';
    const isOut = named.has(code) || modalities.every(({ id }) => named.has(id));
    const whole = replacing('function', code, marks, rules);
    const lines = modalities.map(({ id }): Part => {
      const rule = rules.modalityRules.find((one) => one.modality === id)!;
      if (named.has(id)) return { ...NOTHING, weight: rule.coefficient };
      const instead = replacing('modality', id, marks, rules);
      return instead.length > 0
        ? together(instead, rule.coefficient, rules.rounding.modality)
        : lineOf(id, rule, marks, rules);
    });
    const part = isOut ? NOTHING : together(whole.length > 0 ? whole : lines, weight, rules.rounding.function);
    return { ...part, weight, isFunction: true };
  });
  const instead = replacing('block', block.code, marks, rules);
  const parts = instead.length > 0 ? instead.map((one) => ({ ...one, isFunction: false })) : functions;
  const origin = marks.covers!.carriedBlocks.includes(block.code)
    ? 'kept'
    : isRecognised(block.functions.flatMap(({ modalities }) => modalities))
      ? 'equivalence'
      : 'session';
  const weight = rules.blockCoefficients.find((one) => one.block === block.code)?.coefficient ?? '1';
  const { value } = origin === 'session' ? together(parts, weight, rules.rounding.block) : NOTHING;
  const own = rules.blockRules.find((one) => one.block === block.code);
  const { threshold, functionFloor } = own ?? rules.blockRule;
  const isUnderFloor = (part: (typeof parts)[number]) =>
    part.isFunction && functionFloor !== null && part.value !== undefined && below(part.value, fraction(functionFloor));
  const floored = parts.some((part) => part.below || isUnderFloor(part));
  const reached = value !== undefined && !below(value, fraction(threshold));
  const validated = origin !== 'session' || (reached && !floored);
  const proposed = validated ? 'validated' : value ? 'not-validated' : 'open';
  const compensable = validated || (!floored && (reached || own?.compensable !== false));
  return { code: block.code, origin, value, weight, proposed, compensable, functions };
}

/** Every block, or the mean in its place where the rules allow it; else what the partial clause leaves. */
function outcomeOf(blocks: readonly ReturnType<typeof blockOf>[], overall: Fraction | undefined, rules: Rules) {
  const { threshold, everyBlock, compensationBetweenBlocks } = rules.titleRule;
  if (blocks.some(({ proposed }) => proposed === 'open')) return 'open';
  const validated = blocks.filter(({ proposed }) => proposed === 'validated').map(({ code }) => code);
  const isAll = validated.length === blocks.length;
  const isMeanReached = overall !== undefined && threshold !== null && !below(overall, fraction(threshold));
  const noMark = blocks.every(({ origin }) => origin !== 'session');
  const mayCompensate = !everyBlock && compensationBetweenBlocks && blocks.every(({ compensable }) => compensable);
  if (isAll && (threshold === null || noMark || isMeanReached)) return 'admitted';
  if (mayCompensate && isMeanReached) return 'admitted';
  const listed = framework().partialClause!.blocks;
  const obtained = listed.filter((code) => validated.includes(code));
  const isPartial = rules.partialReading === 'all-listed' ? obtained.length === listed.length : obtained.length > 0;
  return isPartial ? 'partial' : 'not-admitted';
}

/** A transcript in whole-number fractions, from the wording of the rules alone. */
export function calculated(rules: Rules, marks: CandidacyMarks) {
  const { rounding } = rules;
  const blocks = framework().blocks.map((block) => blockOf(block, marks, rules));
  const counted = blocks.filter(({ origin }) => origin === 'session');
  const overall = counted.every(({ value }) => value) ? mean(counted, rounding.title) : undefined;
  return {
    blocks: blocks.map(({ origin, value, proposed, functions }) => ({
      origin,
      result: value ? print(value, rounding.block) : null,
      proposed,
      functions: functions.map((one) => (one.value ? print(one.value, rounding.function) : null)),
    })),
    overall: overall ? print(overall, rounding.title) : null,
    outcome: outcomeOf(blocks, overall, rules),
  };
}
