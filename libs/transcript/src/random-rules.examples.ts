import { modalitiesOf, ROUNDING_MODES, type Rules, type Scale } from '@minutier/framework';
import fc from 'fast-check';

import { absence, exemption } from '../../candidacy/src/candidacy.examples.js';
import { framework } from '../../framework/src/framework.examples.js';
import { rules } from '../../framework/src/rules.examples.js';
import type { CountedEvaluation } from './modality-result.js';
import type { CandidacyMarks, Covers } from './results.js';
import { BLOCKS, evaluated } from './transcript.examples.js';

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
const scale = fc.constantFrom('twenty', 'twenty', 'thirty', 'seven', 'apna');

/** Lines of the rules: two for one block, for functions, for lines of the fiche; by route no two stand for one thing. */
const REPLACED = [
  { line: 'BLOC-A', replaces: { level: 'block', codes: [BLOCKS[0]] }, routes: ['VAE'] },
  { line: 'BLOC-B', replaces: { level: 'block', codes: [BLOCKS[0]] }, routes: ['VAE'] },
  { line: 'FONCTION-9', replaces: { level: 'function', codes: ['F9'] }, routes: ['CQ'] },
  { line: 'FONCTIONS-45', replaces: { level: 'function', codes: ['F4', 'F5'] }, routes: ['CQ', 'VAE'] },
  { line: 'LIGNES-1', replaces: { level: 'modality', codes: ['F1-M1', 'F1-M2'] }, routes: ['CQ', 'VAE'] },
  { line: 'BLOCS-23', replaces: { level: 'block', codes: [BLOCKS[1], BLOCKS[2]] }, routes: ['FI'] },
] as const;

const lineRule = {
  scale,
  floor: fc.constantFrom('5', '6.67'),
  missing: policy,
  justifiedAbsence: policy,
  unjustifiedAbsence: policy,
  countingAttempt: fc.constantFrom('last', 'best'),
} as const;
const substitutes = fc.subarray([...REPLACED]).chain((lines) =>
  fc.tuple(
    ...lines.map((line) =>
      fc
        .record({ ...lineRule, coefficient, expectedOccurrences: fc.constantFrom(undefined, 1, 2) })
        .map(({ expectedOccurrences, ...rule }) => {
          const stated = { labelExact: line.line, kind: 'vae-interview', work: 'individual' } as const;
          const expected = expectedOccurrences === undefined ? {} : { expectedOccurrences };
          return { ...line, ...stated, ...rule, ...expected };
        }),
    ),
  ),
);
const ownBlockRules = fc.uniqueArray(
  fc.record({
    block: fc.constantFrom(...BLOCKS),
    threshold: fc.constantFrom('7', '10', '12'),
    functionFloor: fc.constantFrom(undefined, '6'),
    compensable: fc.boolean(),
  }),
  { selector: ({ block }) => block },
);
/** A cap for every re-sit, one of a line's own, or none. */
const attemptRules = fc.uniqueArray(
  fc.record({
    modality: fc.constantFrom(undefined, 'F8-M1', 'F4-M1', 'F1-M1'),
    resitCap: fc.constantFrom(undefined, '10', '12.5'),
  }),
  { selector: ({ modality }) => modality },
);
const titleRule = fc.constantFrom(
  { everyBlock: true, compensationBetweenBlocks: false },
  { everyBlock: true, compensationBetweenBlocks: false, threshold: '10' },
  { everyBlock: false, compensationBetweenBlocks: true, threshold: '8.5' },
);

/** What may be adopted, of any sort. */
export const someDrafts = fc
  .record({
    rounding: fc.record({ modality: rounding, function: rounding, block: rounding, title: rounding }),
    blockRule: fc.record({ threshold: fc.constantFrom('8', '10', '9.99'), functionFloor: fc.constantFrom('7', '8.5') }),
    functionCoefficients: fc.array(fc.record({ function: fc.constantFrom('F1', 'F2', 'F6', 'F9'), coefficient }), {
      maxLength: 3,
    }),
    titleRule,
    partialReading: fc.constantFrom('all-listed' as const, 'any-listed' as const),
    blockCoefficients: fc.uniqueArray(fc.record({ block: fc.constantFrom(...BLOCKS), coefficient }), {
      selector: ({ block }) => block,
    }),
    blockRules: ownBlockRules,
    attemptRules,
    substituteLines: substitutes,
    modalityRules: fc.tuple(
      ...modalitiesOf(framework()).map(({ modality }) =>
        fc.record({
          modality: fc.constant(modality.id),
          ...lineRule,
          coefficient: modality.order === 1 ? coefficient : fc.oneof(coefficient, fc.constant('0')),
        }),
      ),
    ),
  })
  .map(
    ({ blockRules, attemptRules: caps, functionCoefficients, ...changes }): Parameters<typeof rules>[0] =>
      ({
        ...changes,
        scales: SCALES.map((one) => one as never),
        functionCoefficients: functionCoefficients.filter(
          (one, index) => functionCoefficients.findIndex((other) => other.function === one.function) === index,
        ),
        blockRules: blockRules.map(given),
        attemptRules: caps.map((one) => given({ ...one, withoutFirstAttempt: false })),
      }) as never,
  );

/** Rules as they are adopted from such a draft. */
export const someRules = someDrafts.map((draft) => rules(draft));

/** Without the fields that say nothing, as a command has them. */
function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  twenty: fc.integer({ min: 0, max: 80 }).map((quarters) => (quarters / 4).toFixed(2)),
  thirty: fc.integer({ min: 0, max: 30 }).map(String),
  seven: fc.integer({ min: 1, max: 7 }).map(String),
  apna: fc.constantFrom('NA', 'PA', 'A'),
};

/** Up to two attempts at each place, one at least where `min` says so, and at up to three places of lines without a number. */
function someEvaluations({ modalityRules, substituteLines }: Rules, min: number) {
  const lines = [...modalityRules, ...substituteLines.map(({ line, ...rule }) => ({ modality: line, ...rule }))];
  const places = lines.flatMap(({ modality, scale: code, expectedOccurrences }) =>
    Array.from({ length: expectedOccurrences ?? 3 }, (_, index) => {
      // A mark keeps the scale on which it was given, whatever the rules of today say of its line.
      const result = fc
        .constantFrom(code, code, code, code, code, 'twenty', 'apna')
        .chain((own) => VALUES[own]!.map((value) => ({ kind: 'result', result: { scale: own, value } }) as const));
      const outcome = fc.oneof(
        { weight: 8, arbitrary: result },
        { weight: 1, arbitrary: fc.constantFrom(absence(), absence(true), exemption) },
      );
      return fc
        .array(outcome, { minLength: min, maxLength: 2 })
        .map((outcomes) =>
          outcomes.map((one, tried) => evaluated(modality, one, { occurrence: index + 1, attempt: tried + 1 })),
        );
    }),
  );
  return fc.tuple(...places).map((lists): CountedEvaluation[] => lists.flat());
}

/** What may be recognised: parts of every size, a function whole or line by line. */
const GRANTS: readonly Covers['equivalences'][] = [
  [{ level: 'block', code: BLOCKS[1] }],
  [{ level: 'function', code: 'F8' }],
  [{ level: 'function', code: 'F9' }],
  ['F9-M1', 'F9-M2', 'F9-M3'].map((code) => ({ level: 'modality', code })),
  [{ level: 'modality', code: 'F1-M1' }],
  [{ level: 'function', code: 'F4' }],
];
const someCovers = fc.oneof(
  fc.constant({ equivalences: [], carriedBlocks: [] }),
  fc.record({
    equivalences: fc.subarray([...GRANTS]).map((grants) => grants.flat()),
    carriedBlocks: fc.subarray([...BLOCKS], { maxLength: 2 }),
  }),
);

/** What stands in a candidate's file under these rules: marks, half of the time at every place, and recognitions. */
export function someMarks(adopted: Rules): fc.Arbitrary<Required<CandidacyMarks>> {
  return fc.constantFrom(0, 1).chain((min) =>
    fc.record({
      route: fc.constantFrom('CQ', 'CQ', 'VAE', 'FI'),
      evaluations: someEvaluations(adopted, min),
      covers: someCovers,
    }),
  );
}
