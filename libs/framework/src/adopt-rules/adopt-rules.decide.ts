import { Decimal } from 'decimal.js';

import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { findModality, type Framework, modalitiesOf } from '../framework.state.js';
import type { ModalityRule, RulesEvent, Scale } from '../rules.events.js';
import type { Adoptions } from '../rules.state.js';
import type { AdoptRules, ModalityRuleInput, ScaleInput } from './adopt-rules.command.js';
import { refusedScales, refusedThresholds, refusedWeightlessLines, refusedWeights } from '../rules-checks.js';
import {
  CALCULATION_VERSION,
  DEFAULT_REASONS,
  defaultModalityRules,
  RULES_DEFAULTS,
  type RulesSettings,
} from '../rules-defaults.js';

export type AdoptRulesRefusal =
  | 'FRAMEWORK_NOT_PUBLISHED'
  | 'RULES_FRAMEWORK_CHANGED'
  | 'RULES_ADOPTED_EARLIER'
  | 'SCALE_INVALID'
  | 'SCALE_UNKNOWN'
  | 'ROUNDING_INVALID'
  | 'MODALITY_UNKNOWN'
  | 'FUNCTION_UNKNOWN'
  | 'BLOCK_UNKNOWN'
  | 'RULE_REPEATED'
  | 'COEFFICIENT_ZERO'
  | 'COEFFICIENTS_ALL_ZERO'
  | 'COUNT_GIVEN_BY_FICHE'
  | 'THRESHOLD_OFF_SCALE';

/** Rules are adopted whole, for a published framework, by a named authority; they refer only to parts that exist. */
export function adoptRules(
  command: SealedCommand<AdoptRules>,
  { versions }: Adoptions,
  framework: Framework | undefined,
): Decision<RulesEvent, AdoptRulesRefusal> {
  if (!framework) {
    return refuse(
      'FRAMEWORK_NOT_PUBLISHED',
      '/framework',
      'Cette version de la fiche n’est pas publiée.',
      'This version of the fiche is not published.',
    );
  }
  const before = versions.at(-1);
  if (before && before.framework.number !== framework.number) {
    return refuse(
      'RULES_FRAMEWORK_CHANGED',
      '/framework/number',
      `Ces règles portent sur ${before.framework.number} ; un autre référentiel demande un autre règlement.`,
      `These rules are for ${before.framework.number}; another framework needs rules of its own.`,
    );
  }
  if (before && command.adoptedOn < before.adoptedOn) {
    return refuse(
      'RULES_ADOPTED_EARLIER',
      '/adoptedOn',
      `La version ${before.version} a été adoptée plus tard, le ${before.adoptedOn}.`,
      `Version ${before.version} was adopted later, on ${before.adoptedOn}.`,
    );
  }
  const settings = settingsOf(command);
  if (isRefusal(settings)) return settings;
  const modalityRules = modalityRulesOf(command.modalityRules ?? [], framework, settings);
  if (isRefusal(modalityRules)) return modalityRules;
  const refusal =
    refusedScales(settings) ??
    refusedWeights(settings, framework) ??
    refusedWeightlessLines(framework, modalityRules) ??
    refusedThresholds(settings, floorsOf(command));
  if (refusal) return refusal;
  const version = versions.length + 1;
  const { rulesId, authority, adoptedOn, source } = command;
  return [
    {
      type: 'RulesAdopted',
      data: {
        rulesId,
        version,
        framework: { number: framework.number, version: framework.version },
        authority: { code: authority.code, document: authority.document ?? null },
        adoptedOn,
        source: source ? { sha256: source.sha256, kind: source.kind } : null,
        supersedes: before?.version ?? null,
        ...settings,
        mentions: [...settings.mentions].sort((one, other) => new Decimal(one.from).comparedTo(other.from)),
        defaults: defaultsTaken(command, framework),
        calculation: CALCULATION_VERSION,
        items: [{ type: 'ModalityRuleAdopted', count: modalityRules.length }],
      },
    },
    ...modalityRules.map((rule) => ({ type: 'ModalityRuleAdopted' as const, data: { rulesId, version, ...rule } })),
  ];
}

function settingsOf(command: SealedCommand<AdoptRules>): RulesSettings | Refusal<AdoptRulesRefusal> {
  const scales: Scale[] = [];
  for (const [index, input] of (command.scales ?? []).entries()) {
    const scale = scaleFrom(input);
    const repeated = scales.some(({ code }) => code === input.code);
    if (!scale || repeated) {
      return refuse(
        'SCALE_INVALID',
        `/scales/${index}`,
        'Un barème numérique a un minimum inférieur à son maximum et un pas qui divise leur écart ; un barème de niveaux a des niveaux distincts ; chaque code sert une fois.',
        'A numeric scale has a minimum below its maximum and a step that divides their difference; a level scale has distinct levels; each code is used once.',
      );
    }
    scales.push(scale);
  }
  const known = scales.length > 0 ? scales : RULES_DEFAULTS.scales;
  const referenceScale = command.referenceScale ?? known.find(({ kind }) => kind === 'numeric')?.code;
  if (known.find(({ code }) => code === referenceScale)?.kind !== 'numeric' || referenceScale === undefined) {
    return refuse(
      'SCALE_UNKNOWN',
      '/referenceScale',
      'Le barème de référence doit être l’un des barèmes numériques.',
      'The reference scale must be one of the numeric scales.',
    );
  }
  const { rounding, blockRule, titleRule } = command;
  return {
    scales: known,
    referenceScale,
    rounding: {
      modality: { ...(rounding?.modality ?? RULES_DEFAULTS.rounding.modality) },
      function: { ...(rounding?.function ?? RULES_DEFAULTS.rounding.function) },
      block: { ...(rounding?.block ?? RULES_DEFAULTS.rounding.block) },
      title: { ...(rounding?.title ?? RULES_DEFAULTS.rounding.title) },
    },
    blockRule: blockRule
      ? { threshold: blockRule.threshold, functionFloor: blockRule.functionFloor ?? null }
      : RULES_DEFAULTS.blockRule,
    titleRule: titleRule ? { ...titleRule, threshold: titleRule.threshold ?? null } : RULES_DEFAULTS.titleRule,
    mentions: command.mentions?.map(({ code, label, from }) => ({ code, label, from })) ?? RULES_DEFAULTS.mentions,
    partialReading: command.partialReading ?? RULES_DEFAULTS.partialReading,
    functionCoefficients: (command.functionCoefficients ?? RULES_DEFAULTS.functionCoefficients).map((one) => ({
      ...one,
    })),
    blockCoefficients: (command.blockCoefficients ?? RULES_DEFAULTS.blockCoefficients).map((one) => ({ ...one })),
  };
}

function scaleFrom({ code, kind, min, max, step, levels }: ScaleInput): Scale | undefined {
  if (kind === 'level') {
    const codes = new Set(levels?.map((level) => level.code));
    if ((!levels || levels.length < 2 || codes.size !== levels.length || min) ?? max ?? step) return undefined;
    return {
      code,
      kind,
      levels: levels.map((level) => ({ code: level.code, label: level.label, value: level.value })),
    };
  }
  if (min === undefined || max === undefined || step === undefined || levels) return undefined;
  const span = new Decimal(max).minus(min);
  if (!span.isPositive() || span.isZero() || new Decimal(step).isZero() || !span.mod(step).isZero()) return undefined;
  return { code, kind, min, max, step };
}

function modalityRulesOf(
  inputs: readonly ModalityRuleInput[],
  framework: Framework,
  { scales, referenceScale }: RulesSettings,
): readonly ModalityRule[] | Refusal<AdoptRulesRefusal> {
  const rules = new Map(defaultModalityRules(framework, referenceScale).map((rule) => [rule.modality, rule]));
  const ruled = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const at = `/modalityRules/${index}`;
    const placed = findModality(framework, input.modality);
    if (!placed)
      return refuse(
        'MODALITY_UNKNOWN',
        `${at}/modality`,
        `La fiche n’a pas de ligne ${input.modality}.`,
        `The fiche has no line ${input.modality}.`,
      );
    if (ruled.has(input.modality))
      return refuse(
        'RULE_REPEATED',
        `${at}/modality`,
        `La ligne ${input.modality} est réglée deux fois.`,
        `Line ${input.modality} is ruled twice.`,
      );
    ruled.add(input.modality);
    if (input.scale !== undefined && !scales.some(({ code }) => code === input.scale)) {
      return refuse(
        'SCALE_UNKNOWN',
        `${at}/scale`,
        `Le barème ${input.scale} n’est pas défini.`,
        `Scale ${input.scale} is not defined.`,
      );
    }
    const { count } = placed.modality;
    if (input.expectedOccurrences !== undefined && count !== null && input.expectedOccurrences !== count) {
      return refuse(
        'COUNT_GIVEN_BY_FICHE',
        `${at}/expectedOccurrences`,
        `La fiche fixe ce nombre à ${count} : « ${placed.modality.exact} ».`,
        `The fiche fixes this number at ${count}: “${placed.modality.exact}”.`,
      );
    }
    rules.set(input.modality, { ...rules.get(input.modality)!, ...given(input) });
  }
  return [...rules.values()];
}

function floorsOf({ modalityRules = [] }: SealedCommand<AdoptRules>) {
  return modalityRules.flatMap(({ floor }, index) =>
    floor ? [[`/modalityRules/${index}/floor`, floor] as const] : [],
  );
}

/** The settings that an input names; null and absent are the same. */
function given(input: ModalityRuleInput): Partial<ModalityRule> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));
}

function defaultsTaken(
  command: SealedCommand<AdoptRules>,
  framework: Framework,
): { setting: string; reason: string }[] {
  const left = Object.entries(DEFAULT_REASONS).filter(([setting]) => {
    const value = command[setting as keyof RulesSettings | 'modalityRules'] as unknown;
    return value === undefined || value === null;
  });
  const ruled = new Set(command.modalityRules?.map(({ modality }) => modality));
  const unruled = modalitiesOf(framework).some(({ modality }) => !ruled.has(modality.id));
  const partly =
    command.modalityRules && unruled ? [{ setting: 'modalityRules', reason: DEFAULT_REASONS.modalityRules }] : [];
  return [...left.map(([setting, reason]) => ({ setting, reason })), ...partly];
}
