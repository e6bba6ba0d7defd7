import { modalitiesOf, ROUNDING_MODES, type Rounding, type Rules, type Scale } from '@minutier/framework';
import fc from 'fast-check';

import { absence, exemption } from '../../candidacy/src/candidacy.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { rules } from '../../framework/src/rules.examples.js';
import type { CountedEvaluation } from './modality-result.js';
import { transcriptResults } from './results.js';
import { evaluated } from './transcript.examples.js';

/**
 * Goal: the printed results are those of exact arithmetic. Method: the same transcript is calculated a second time, in
 * whole-number fractions and from the wording of the rules alone, for random rules and random marks.
 */
type Fraction = readonly [numerator: bigint, denominator: bigint];

const fraction = (decimal: string): Fraction => {
  const [whole, decimals = ''] = decimal.split('.');
  return [BigInt(whole! + decimals), 10n ** BigInt(decimals.length)];
};
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const minus = (one: Fraction, [c, d]: Fraction): Fraction => plus(one, [-c, d]);
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d, b * c];
const below = ([a, b]: Fraction, [c, d]: Fraction) => a * d < c * b;

/** Marks are never negative, so whole parts are floors. */
function round(value: Fraction, { mode, step }: Rounding): Fraction {
  const [a, b] = over(value, fraction(step));
  const [whole, rest] = [a / b, a % b];
  const up = {
    up: rest > 0n,
    down: false,
    'half-up': rest * 2n >= b,
    'half-even': rest * 2n > b || (rest * 2n === b && whole % 2n === 1n),
  }[mode];
  return times([up ? whole + 1n : whole, 1n], fraction(step));
}

function print([a, b]: Fraction, { step }: Rounding): string {
  const decimals = step.replace(/^\d+\.?/, '').replace(/0+$/, '').length;
  const digits = ((a * 10n ** BigInt(decimals)) / b).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The weighted mean of the parts that have a value; none where no weight is left. */
function mean(parts: readonly { value: Fraction | undefined; weight: string }[], rounding: Rounding) {
  let [sum, weights]: [Fraction, Fraction] = [
    [0n, 1n],
    [0n, 1n],
  ];
  for (const { value, weight } of parts) {
    if (!value) continue;
    sum = plus(sum, times(value, fraction(weight)));
    weights = plus(weights, fraction(weight));
  }
  return weights[0] === 0n ? undefined : round(over(sum, weights), rounding);
}

type Line = { value: Fraction | undefined; weight: string; open: boolean; below: boolean };

function lineOf(modality: string, evaluations: readonly CountedEvaluation[], rules: Rules): Line {
  const rule = rules.modalityRules.find((one) => one.modality === modality)!;
  const scale = rules.scales.find(({ code }) => code === rule.scale)!;
  const reference = rules.scales.find(({ code }) => code === rules.referenceScale) as Extract<Scale, { min: string }>;
  const worth = (value: string): Fraction => {
    if (scale.kind === 'level') return fraction(scale.levels.find(({ code }) => code === value)!.value);
    const share = over(minus(fraction(value), fraction(scale.min)), minus(fraction(scale.max), fraction(scale.min)));
    return plus(times(share, minus(fraction(reference.max), fraction(reference.min))), fraction(reference.min));
  };
  const mine = evaluations.filter((one) => one.modality === modality);
  const places = new Set(mine.map(({ occurrence }) => occurrence));
  const held = places.size > 0 ? [...places] : [1];
  const expected =
    rule.expectedOccurrences === null ? held : [...Array(rule.expectedOccurrences).keys()].map((n) => n + 1);
  const values: { value: Fraction; weight: string }[] = [];
  let open = false;
  for (const occurrence of expected) {
    const rank = ({ outcome }: CountedEvaluation): Fraction =>
      outcome.kind === 'result' ? worth(outcome.result.value) : [-1n, 1n];
    const counts = mine
      .filter((one) => one.occurrence === occurrence)
      .reduce<CountedEvaluation | undefined>(
        (best, one) => (best && rule.countingAttempt === 'best' && below(rank(one), rank(best)) ? best : one),
        undefined,
      );
    const { outcome } = counts ?? {};
    if (outcome?.kind === 'result') values.push({ value: worth(outcome.result.value), weight: '1' });
    if (outcome?.kind === 'result' || outcome?.kind === 'exemption') continue;
    const policy = !outcome ? rule.missing : outcome.justified ? rule.justifiedAbsence : rule.unjustifiedAbsence;
    if (policy === 'zero') values.push({ value: fraction(reference.min), weight: '1' });
    if (policy === 'blocks') open = true;
  }
  const value = open ? undefined : mean(values, rules.rounding.modality);
  const isBelow = value !== undefined && rule.floor !== null && below(value, fraction(rule.floor));
  return { value, weight: rule.coefficient, open, below: isBelow };
}

function calculated(rules: Rules, evaluations: readonly CountedEvaluation[]) {
  const { blockRule, rounding } = rules;
  const blocks = framework().blocks.map((block) => {
    const functions = block.functions.map(({ code, modalities }) => {
      const lines = modalities.map(({ id }) => lineOf(id, evaluations, rules));
      const open = lines.some((line) => line.open);
      const weight = rules.functionCoefficients.find((one) => one.function === code)?.coefficient ?? '1';
      const value = open ? undefined : mean(lines, rounding.function);
      return { code, value, weight, open, below: lines.some((line) => line.below) };
    });
    const open = functions.some((one) => one.open);
    const value = open ? undefined : mean(functions, rounding.block);
    const floor = fraction(blockRule.functionFloor ?? '0');
    const failing = functions.some((one) => one.below || (one.value !== undefined && below(one.value, floor)));
    const reached = value !== undefined && !below(value, fraction(blockRule.threshold));
    const proposed = !value ? 'open' : reached && !failing ? 'validated' : 'not-validated';
    return { value, weight: '1', proposed, functions };
  });
  const whole = blocks.every(({ value }) => value);
  const overall = whole ? mean(blocks, rounding.title) : undefined;
  return {
    blocks: blocks.map(({ value, proposed, functions }) => ({
      result: value ? print(value, rounding.block) : null,
      proposed,
      functions: functions.map((one) => (one.value ? print(one.value, rounding.function) : null)),
    })),
    overall: overall ? print(overall, rounding.title) : null,
  };
}

const SCALES: readonly Scale[] = [
  { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' },
  { code: 'thirty', kind: 'numeric', min: '0', max: '30', step: '1' },
  { code: 'seven', kind: 'numeric', min: '1', max: '7', step: '1' },
  {
    code: 'apna',
    kind: 'level',
    levels: ['NA', 'PA', 'A'].map((code, index) => ({ code, label: code, value: ['0', '9.9', '20'][index]! })),
  },
];

const coefficient = fc.constantFrom('0.5', '1', '1.5', '2', '3', '7');
const rounding = fc.record({
  mode: fc.constantFrom(...ROUNDING_MODES),
  step: fc.constantFrom('0.01', '0.10', '0.25', '0.5', '1', '0.3'),
});
const policy = fc.constantFrom('blocks', 'zero', 'neutral', 'neutral', 'zero');

const someRules = fc
  .record({
    rounding: fc.record({ modality: rounding, function: rounding, block: rounding, title: rounding }),
    blockRule: fc.record({ threshold: fc.constantFrom('8', '10', '9.99'), functionFloor: fc.constantFrom('7', '8.5') }),
    functionCoefficients: fc.array(fc.record({ function: fc.constantFrom('F1', 'F2', 'F6', 'F9'), coefficient }), {
      maxLength: 3,
    }),
    modalityRules: fc.tuple(
      ...modalitiesOf(framework()).map(({ modality }) =>
        fc.record({
          modality: fc.constant(modality.id),
          scale: fc.constantFrom('twenty', 'twenty', 'thirty', 'seven', 'apna'),
          coefficient: modality.order === 1 ? coefficient : fc.oneof(coefficient, fc.constant('0')),
          floor: fc.constantFrom('5', '6.67'),
          missing: policy,
          justifiedAbsence: policy,
          unjustifiedAbsence: policy,
          countingAttempt: fc.constantFrom('last', 'best'),
        }),
      ),
    ),
  })
  .map(({ functionCoefficients, ...changes }) => {
    const once = functionCoefficients.filter(
      (one, index) => functionCoefficients.findIndex((other) => other.function === one.function) === index,
    );
    return rules({ ...changes, scales: SCALES.map((scale) => scale as never), functionCoefficients: once });
  });

/** Up to two attempts at each place of the fiche, and at up to three places of its lines without a number. */
function someEvaluations({ modalityRules }: Rules) {
  const places = modalityRules.flatMap(({ modality, scale, expectedOccurrences }) =>
    Array.from({ length: expectedOccurrences ?? 3 }, (_, index) => {
      const value = {
        twenty: fc.integer({ min: 0, max: 80 }).map((quarters) => (quarters / 4).toFixed(2)),
        thirty: fc.integer({ min: 0, max: 30 }).map(String),
        seven: fc.integer({ min: 1, max: 7 }).map(String),
        apna: fc.constantFrom('NA', 'PA', 'A'),
      }[scale]!;
      const result = value.map((text) => ({ kind: 'result', result: { scale, value: text } }) as const);
      const outcome = fc.oneof(
        { weight: 8, arbitrary: result },
        { weight: 1, arbitrary: fc.constantFrom(absence(), absence(true), exemption) },
      );
      return fc
        .array(outcome, { maxLength: 2 })
        .map((outcomes) =>
          outcomes.map((one, tried) => evaluated(modality, one, { occurrence: index + 1, attempt: tried + 1 })),
        );
    }),
  );
  return fc.tuple(...places).map((lists) => lists.flat());
}

describe('the arithmetic of a transcript', () => {
  it('agrees with a calculation in fractions, whatever the rules and the marks', () => {
    const story = someRules.chain((adopted) => fc.tuple(fc.constant(adopted), someEvaluations(adopted)));
    fc.assert(
      fc.property(story, ([adopted, evaluations]) => {
        const { blocks, overall } = transcriptResults(framework(), adopted, { route: 'CQ', evaluations });
        const shown = blocks.map(({ result, proposed, functions }) => ({
          result,
          proposed,
          functions: functions.map((one) => one.result),
        }));
        expect({ blocks: shown, overall }).toEqual(calculated(adopted, evaluations));
      }),
      { numRuns: 150 },
    );
  });
});
