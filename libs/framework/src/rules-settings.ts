import { Decimal } from 'decimal.js';

import { type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import type { AdoptRules } from './adopt-rules/adopt-rules.command.js';
import type { Scale } from './rules.events.js';
import { RULES_DEFAULTS, type RulesSettings } from './rules-defaults.js';
import type { ScaleInput } from './rules-header-input.js';

/** What a version's header says: what the command names, and the defaults of what it leaves out. */
export function settingsOf(
  command: SealedCommand<AdoptRules>,
): RulesSettings | Refusal<'SCALE_INVALID' | 'SCALE_UNKNOWN'> {
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
