import { Decimal } from 'decimal.js';

import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf } from '../authority.js';
import { type Framework, modalitiesOf } from '../framework.state.js';
import type { RulesEvent } from '../rules.events.js';
import { type Adoptions, ITEM_LISTS, type Rules, type RulesItems } from '../rules.state.js';
import { refusedScales, refusedThresholds, refusedWeightlessLines, refusedWeights } from '../rules-checks.js';
import { type DecisionRefusal, decisionItems } from '../rules-decisions.js';
import { CALCULATION_VERSION, DEFAULT_REASONS, type RulesSettings } from '../rules-defaults.js';
import type { RulesFrame } from '../rules-frame.js';
import { juryItems, type JuryRefusal } from '../rules-juries.js';
import { type LineRefusal, modalityRulesOf, substituteLinesOf } from '../rules-lines.js';
import { markingItems, type MarkingRefusal } from '../rules-marking.js';
import { settingsOf } from '../rules-settings.js';
import type { AdoptRules } from './adopt-rules.command.js';

export type AdoptRulesRefusal =
  | 'FRAMEWORK_NOT_PUBLISHED'
  | 'RULES_FRAMEWORK_CHANGED'
  | 'RULES_ADOPTED_EARLIER'
  | 'SCALE_INVALID'
  | 'ROUNDING_INVALID'
  | 'COEFFICIENT_ZERO'
  | LineRefusal
  | MarkingRefusal
  | JuryRefusal
  | DecisionRefusal;

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
  const parts = partsOf(command, framework, settings, versions);
  if (isRefusal(parts)) return parts;
  const version = versions.length + 1;
  const { rulesId, authority, adoptedOn, source } = command;
  const types = Object.entries(ITEM_LISTS) as [keyof typeof ITEM_LISTS, keyof RulesParts][];
  return [
    {
      type: 'RulesAdopted',
      data: {
        rulesId,
        version,
        framework: { number: framework.number, version: framework.version },
        authority: authorityOf(authority),
        adoptedOn,
        source: source ? { sha256: source.sha256, kind: source.kind } : null,
        supersedes: before?.version ?? null,
        ...settings,
        mentions: [...settings.mentions].sort((one, other) => new Decimal(one.from).comparedTo(other.from)),
        defaults: defaultsTaken(command, framework),
        calculation: CALCULATION_VERSION,
        items: types.map(([type, list]) => ({ type, count: parts[list].length })).filter(({ count }) => count > 0),
      },
    },
    ...types.flatMap(([type, list]) =>
      parts[list].map((part) => ({ type, data: { rulesId, version, ...part } }) as RulesEvent),
    ),
  ];
}

type RulesParts = RulesItems & Pick<Rules, 'modalityRules'>;

/** Everything of a version but its header, checked against the fiche, the scales and the versions before. */
function partsOf(
  command: SealedCommand<AdoptRules>,
  framework: Framework,
  settings: RulesSettings,
  earlier: readonly Rules[],
): RulesParts | Refusal<AdoptRulesRefusal> {
  const substituteLines = substituteLinesOf(command.substituteLines ?? [], framework, settings);
  if (isRefusal(substituteLines)) return substituteLines;
  const modalityRules = modalityRulesOf(command.modalityRules ?? [], framework, settings, substituteLines);
  if (isRefusal(modalityRules)) return modalityRules;
  const refusal =
    refusedScales(settings) ??
    refusedWeights(settings, framework) ??
    refusedWeightlessLines(framework, modalityRules) ??
    refusedThresholds(settings, floorsOf(command));
  if (refusal) return refusal;
  const lines = [...modalityRules.map(({ modality }) => modality), ...substituteLines.map(({ line }) => line)];
  const frame: RulesFrame = { framework, settings, lines: new Set(lines), earlier };
  const marking = markingItems(command, frame);
  if (isRefusal(marking)) return marking;
  const juries = juryItems(command, framework);
  if (isRefusal(juries)) return juries;
  const decisions = decisionItems(command, frame);
  if (isRefusal(decisions)) return decisions;
  return { modalityRules, substituteLines, ...marking, ...juries, ...decisions };
}

function floorsOf({ modalityRules = [] }: SealedCommand<AdoptRules>) {
  return modalityRules.flatMap(({ floor }, index) =>
    floor ? [[`/modalityRules/${index}/floor`, floor] as const] : [],
  );
}

function defaultsTaken(
  command: SealedCommand<AdoptRules>,
  framework: Framework,
): { setting: string; reason: string }[] {
  const left = Object.entries(DEFAULT_REASONS).filter(([setting]) => {
    const value = command[setting as keyof typeof DEFAULT_REASONS] as unknown;
    return value === undefined || value === null;
  });
  const ruled = new Set(command.modalityRules?.map(({ modality }) => modality));
  const unruled = modalitiesOf(framework).some(({ modality }) => !ruled.has(modality.id));
  const partly =
    command.modalityRules && unruled ? [{ setting: 'modalityRules', reason: DEFAULT_REASONS.modalityRules }] : [];
  return [...left.map(([setting, reason]) => ({ setting, reason })), ...partly];
}
