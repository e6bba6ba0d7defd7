import { Decimal } from 'decimal.js';

import { type Refusal, refuse } from '@minutier/ledger';

import type { Route } from './framework.events.js';
import { findModality, type Framework } from './framework.state.js';
import type { ModalityRule } from './rules.events.js';
import type { SubstituteLine } from './rules.state.js';
import { defaultModalityRules, type RulesSettings } from './rules-defaults.js';
import type { ModalityRuleInput, SubstituteLineInput } from './rules-lines-input.js';
import {
  refusedMarks,
  ruledTwice,
  secondOf,
  unknownBlock,
  unknownFunction,
  unknownLine,
  unknownScale,
} from './rules-refusals.js';
import { coveredBy, replacedBy, standsFor } from './substitution.js';

export type LineRefusal =
  | 'MODALITY_UNKNOWN'
  | 'FUNCTION_UNKNOWN'
  | 'BLOCK_UNKNOWN'
  | 'RULE_REPEATED'
  | 'SCALE_UNKNOWN'
  | 'COUNT_GIVEN_BY_FICHE'
  | 'THRESHOLD_OFF_SCALE'
  | 'COEFFICIENTS_ALL_ZERO'
  | 'LINE_CODE_REPEATED'
  | 'REPLACED_TWICE';

/** The rule of every line of the fiche: what the command says of it, and the defaults. */
export function modalityRulesOf(
  inputs: readonly ModalityRuleInput[],
  framework: Framework,
  { scales, referenceScale }: RulesSettings,
  substitutes: readonly SubstituteLine[],
): readonly ModalityRule[] | Refusal<LineRefusal> {
  const rules = new Map(
    defaultModalityRules(framework, referenceScale, substitutes).map((rule) => [rule.modality, rule]),
  );
  const ruled = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const at = `/modalityRules/${index}`;
    const placed = findModality(framework, input.modality);
    if (!placed) return unknownLine(`${at}/modality`, input.modality);
    if (ruled.has(input.modality)) return ruledTwice(`${at}/modality`);
    ruled.add(input.modality);
    if (input.scale !== undefined && !scales.some(({ code }) => code === input.scale)) {
      return unknownScale(`${at}/scale`, input.scale);
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
    const route = input.routes?.find((one) => standsFor(substitutes, framework, one, input.modality));
    if (route !== undefined) return replacedTwice(`${at}/routes`, route);
    rules.set(input.modality, { ...rules.get(input.modality)!, ...given(input) });
  }
  return [...rules.values()];
}

/** The settings that an input names; null and absent are the same. */
function given(input: ModalityRuleInput): Partial<ModalityRule> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined && value !== null));
}

/**
 * Lines of the rules' own (A19). Those that replace exactly the same thing are weighed against each other; two that
 * overlap in any other way would leave a candidate with two substitutes for one line of the fiche.
 */
export function substituteLinesOf(
  inputs: readonly SubstituteLineInput[],
  framework: Framework,
  settings: RulesSettings,
): readonly SubstituteLine[] | Refusal<LineRefusal> {
  const lines = inputs.map(lineFrom);
  for (const [index, line] of lines.entries()) {
    const before = lines.slice(0, index);
    const refusal = refusedLine(line, `/substituteLines/${index}`, before, framework, settings);
    if (refusal) return refusal;
  }
  const weightless = lines.findIndex((line) =>
    line.routes.some((route) =>
      lines
        .filter((one) => one.routes.includes(route) && replacedBy(one) === replacedBy(line))
        .every(({ coefficient }) => new Decimal(coefficient).isZero()),
    ),
  );
  if (weightless === -1) return lines;
  return refuse(
    'COEFFICIENTS_ALL_ZERO',
    `/substituteLines/${weightless}/coefficient`,
    'Rien ne compterait de ce que cette ligne remplace.',
    'Nothing would count of what this line replaces.',
  );
}

function lineFrom(input: SubstituteLineInput): SubstituteLine {
  const { level, codes } = input.replaces;
  return {
    line: input.line,
    labelExact: input.labelExact,
    kind: input.kind,
    work: input.work,
    written: input.written ?? null,
    oral: input.oral ?? null,
    replaces: { level, codes: [...codes] },
    routes: [...input.routes],
    scale: input.scale,
    coefficient: input.coefficient,
    floor: input.floor ?? null,
    missing: input.missing,
    justifiedAbsence: input.justifiedAbsence,
    unjustifiedAbsence: input.unjustifiedAbsence,
    countingAttempt: input.countingAttempt,
    expectedOccurrences: input.expectedOccurrences ?? null,
  };
}

function refusedLine(
  line: SubstituteLine,
  at: string,
  before: readonly SubstituteLine[],
  framework: Framework,
  settings: RulesSettings,
): Refusal<LineRefusal> | undefined {
  if (findModality(framework, line.line) || before.some((one) => one.line === line.line))
    return refuse(
      'LINE_CODE_REPEATED',
      `${at}/line`,
      `Le code ${line.line} est déjà celui d’une ligne.`,
      `The code ${line.line} is a line’s already.`,
    );
  const astray = refusedReplaced(line, `${at}/replaces/codes`, framework);
  if (astray) return astray;
  if (!settings.scales.some(({ code }) => code === line.scale)) return unknownScale(`${at}/scale`, line.scale);
  const covered = coveredBy(line, framework);
  const other = before.find(
    (one) =>
      replacedBy(one) !== replacedBy(line) &&
      one.routes.some((route) => line.routes.includes(route)) &&
      coveredBy(one, framework).some((id) => covered.includes(id)),
  );
  if (other)
    return replacedTwice(
      `${at}/replaces`,
      line.routes.find((route) => other.routes.includes(route))!,
    );
  return refusedMarks(settings, [[`${at}/floor`, line.floor]]);
}

function refusedReplaced(
  { replaces: { level, codes } }: SubstituteLine,
  at: string,
  { blocks }: Framework,
): Refusal<LineRefusal> | undefined {
  const functions = blocks.flatMap((block) => block.functions);
  const known = {
    block: blocks.map(({ code }) => code),
    function: functions.map(({ code }) => code),
    modality: functions.flatMap(({ modalities }) => modalities.map(({ id }) => id)),
  }[level];
  const place = codes.findIndex((code) => !known.includes(code));
  if (place !== -1) {
    if (level === 'block') return unknownBlock(`${at}/${place}`);
    return level === 'function' ? unknownFunction(`${at}/${place}`) : unknownLine(`${at}/${place}`, codes[place]!);
  }
  const twice = secondOf(codes, (code) => code);
  return twice === undefined ? undefined : ruledTwice(`${at}/${twice}`);
}

function replacedTwice(pointer: string, route: Route): Refusal<'REPLACED_TWICE'> {
  return refuse(
    'REPLACED_TWICE',
    pointer,
    `Par la voie ${route}, une même ligne serait évaluée deux fois : une seule épreuve y tient lieu de chaque ligne.`,
    `By route ${route} one line would be assessed twice: one thing only stands there for each line.`,
  );
}
