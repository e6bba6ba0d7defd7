import { ROUTES } from './framework.events.js';
import { type Framework, modalitiesOf } from './framework.state.js';
import type { ModalityRule, RulesHeader, Scale } from './rules.events.js';
import type { RulesItems, SubstituteLine } from './rules.state.js';
import { standsFor } from './substitution.js';

/** Version of the calculation that new rules name; older ones stay runnable. */
export const CALCULATION_VERSION = 2;

/** The settings of rules that somebody may leave to their defaults. */
export type RulesSettings = Pick<
  RulesHeader,
  | 'scales'
  | 'referenceScale'
  | 'rounding'
  | 'blockRule'
  | 'titleRule'
  | 'mentions'
  | 'partialReading'
  | 'functionCoefficients'
  | 'blockCoefficients'
>;

const TWENTY: Scale = { code: 'twenty', kind: 'numeric', min: '0', max: '20', step: '0.25' };
const HUNDREDTH = { mode: 'half-up', step: '0.01' } as const;

/** Documented defaults (docs/rules.md gives each one's reason in full). The fiche says nothing of any of them (A17). */
export const RULES_DEFAULTS: RulesSettings = {
  scales: [TWENTY],
  referenceScale: 'twenty',
  rounding: { modality: HUNDREDTH, function: HUNDREDTH, block: HUNDREDTH, title: HUNDREDTH },
  blockRule: { threshold: '10', functionFloor: null },
  titleRule: { everyBlock: true, compensationBetweenBlocks: false, threshold: null },
  mentions: [],
  partialReading: 'all-listed',
  functionCoefficients: [],
  blockCoefficients: [],
};

/** Why each default is what it is, as a code that the event records. */
export const DEFAULT_REASONS: Readonly<Record<keyof RulesSettings | 'modalityRules' | keyof RulesItems, string>> = {
  scales: 'usual-french-scale',
  referenceScale: 'first-numeric-scale',
  rounding: 'two-decimals-half-up',
  blockRule: 'half-of-the-scale',
  titleRule: 'blocks-do-not-compensate',
  mentions: 'fiche-names-none',
  partialReading: 'literal-reading-of-a12',
  functionCoefficients: 'equal-weights',
  blockCoefficients: 'equal-weights',
  modalityRules: 'equal-weights-missing-blocks',
  substituteLines: 'fiche-replaces-nothing',
  blockRules: 'one-rule-for-every-block',
  attemptRules: 'no-limit-stated',
  markingRules: 'one-assessor-at-least',
  companyPeriods: 'fiche-states-no-length',
  grids: 'no-grid-stated',
  juryProfiles: 'jury-of-the-fiche',
  linkConsequences: 'no-vote-on-a-close-case',
  decisionLegend: 'usual-codes',
  deadlines: 'usual-deadlines',
  papers: 'papers-of-the-reading',
};

/**
 * The rule of every line that nobody ruled: weight 1, a missing mark leaves the result open, the last attempt counts.
 * A line without a number (A07) is a mark that may be missing: what it holds is the institution's to say. It is sat by
 * every route but VAE, and but those for which a line of the rules stands in its place (A19).
 */
export function defaultModalityRules(
  framework: Framework,
  scale: string,
  substitutes: readonly SubstituteLine[],
): readonly ModalityRule[] {
  return modalitiesOf(framework).map(({ modality }) => ({
    modality: modality.id,
    scale,
    coefficient: '1',
    floor: null,
    missing: modality.count === null ? 'neutral' : 'blocks',
    justifiedAbsence: 'blocks',
    unjustifiedAbsence: 'zero',
    countingAttempt: 'last',
    expectedOccurrences: modality.count,
    routes: ROUTES.filter((route) => route !== 'VAE' && !standsFor(substitutes, framework, route, modality.id)),
  }));
}
