import { type StreamDefinition, unreachable } from '@minutier/ledger';

import type { EvaluationKind, Modality } from './framework.events.js';
import { findModality, type Framework } from './framework.state.js';
import {
  type ModalityRule,
  type RulesEvent,
  type RulesHeader,
  type RulesRetired,
  rulesTypes,
  type Scale,
} from './rules.events.js';
import type { RulesItem } from './rules-items.events.js';

type Item<Type extends RulesItem['type']> = Omit<Extract<RulesItem, { type: Type }>['data'], 'rulesId' | 'version'>;
export type SubstituteLine = Item<'SubstituteLineAdopted'>;
export type BlockRule = Item<'BlockRuleAdopted'>;
export type AttemptRule = Item<'AttemptRuleAdopted'>;
export type MarkingRule = Item<'MarkingRuleAdopted'>;
export type CompanyPeriod = Item<'CompanyPeriodAdopted'>;
export type Grid = Item<'GridAdopted'>;
export type JuryProfile = Item<'JuryProfileAdopted'>;
export type LinkConsequence = Item<'LinkConsequenceAdopted'>;
export type DecisionCode = Item<'DecisionLegendAdopted'>;
export type Deadline = Item<'DeadlineAdopted'>;
export type Paper = Item<'PaperAdopted'>;

/** What stands beside the header and the modalities' rules of a version; empty where nothing was adopted. */
export interface RulesItems {
  readonly substituteLines: readonly SubstituteLine[];
  readonly blockRules: readonly BlockRule[];
  readonly attemptRules: readonly AttemptRule[];
  readonly markingRules: readonly MarkingRule[];
  readonly companyPeriods: readonly CompanyPeriod[];
  readonly grids: readonly Grid[];
  readonly juryProfiles: readonly JuryProfile[];
  readonly linkConsequences: readonly LinkConsequence[];
  readonly decisionLegend: readonly DecisionCode[];
  readonly deadlines: readonly Deadline[];
  readonly papers: readonly Paper[];
}

/** One version of the rules, whole. */
export interface Rules extends RulesHeader, RulesItems {
  readonly modalityRules: readonly ModalityRule[];
  /** From which day this version may no longer be pinned, or no longer be decided under; null while it may. */
  readonly retired: Pick<RulesRetired['data'], 'effectiveOn' | 'effect'> | null;
}

/** A reference to one version of the rules. */
export interface RulesReference {
  readonly id: string;
  readonly version: number;
}

/** All versions, the first first. */
export interface Adoptions {
  readonly versions: readonly Rules[];
}

/** Where each type of item is kept in a version. */
export const ITEM_LISTS = {
  ModalityRuleAdopted: 'modalityRules',
  SubstituteLineAdopted: 'substituteLines',
  BlockRuleAdopted: 'blockRules',
  AttemptRuleAdopted: 'attemptRules',
  MarkingRuleAdopted: 'markingRules',
  CompanyPeriodAdopted: 'companyPeriods',
  GridAdopted: 'grids',
  JuryProfileAdopted: 'juryProfiles',
  LinkConsequenceAdopted: 'linkConsequences',
  DecisionLegendAdopted: 'decisionLegend',
  DeadlineAdopted: 'deadlines',
  PaperAdopted: 'papers',
} as const satisfies Record<RulesItem['type'] | 'ModalityRuleAdopted', keyof RulesItems | 'modalityRules'>;

export const NO_ITEMS: RulesItems = {
  substituteLines: [],
  blockRules: [],
  attemptRules: [],
  markingRules: [],
  companyPeriods: [],
  grids: [],
  juryProfiles: [],
  linkConsequences: [],
  decisionLegend: [],
  deadlines: [],
  papers: [],
};

export const rulesStream: StreamDefinition<Adoptions, RulesEvent> = {
  category: 'rules',
  initial: { versions: [] },
  types: rulesTypes,
  evolve({ versions }, event) {
    if (event.type === 'RulesAdopted') {
      return { versions: [...versions, { ...event.data, ...NO_ITEMS, modalityRules: [], retired: null }] };
    }
    if (event.type === 'RulesRetired') {
      const { version, effectiveOn, effect } = event.data;
      return one(versions, version, { retired: { effectiveOn, effect } });
    }
    if (event.type === 'RulesReinstated') return one(versions, event.data.version, { retired: null });
    const { rulesId: _rulesId, version: _version, ...item } = event.data;
    const list = ITEM_LISTS[event.type];
    if (list === undefined) return unreachable(event as never);
    return last(versions, (adopted) => ({ [list]: [...adopted[list], item] }));
  },
};

function last(versions: readonly Rules[], change: (adopted: Rules) => Partial<Rules>): Adoptions {
  const adopted = versions.at(-1)!;
  return { versions: [...versions.slice(0, -1), { ...adopted, ...change(adopted) }] };
}

function one(versions: readonly Rules[], version: number, change: Partial<Rules>): Adoptions {
  return { versions: versions.map((rules) => (rules.version === version ? { ...rules, ...change } : rules)) };
}

/** The rule of one line of the fiche, or of the rules' own; undefined where these rules have none. */
export function ruleOf({ modalityRules, substituteLines }: Rules, code: string): ModalityRule | undefined {
  const rule = modalityRules.find(({ modality }) => modality === code);
  if (rule) return rule;
  const line = substituteLines.find((one) => one.line === code);
  return line && { ...line, modality: line.line };
}

/** A line that is assessed: of the fiche, or of the rules, which replaces some of the fiche's on some routes (A19). */
export interface Line extends Pick<Modality, 'id' | 'exact' | 'work' | 'written' | 'oral'> {
  readonly kind: EvaluationKind;
  /** What a line of the rules stands for; null of the fiche's own. */
  readonly replaces: SubstituteLine['replaces'] | null;
}

/** The line with that code; undefined where neither the fiche nor the rules have it. */
export function findLine(framework: Framework, { substituteLines }: Rules, code: string): Line | undefined {
  const modality = findModality(framework, code)?.modality;
  if (modality) return { ...modality, replaces: null };
  const line = substituteLines.find((one) => one.line === code);
  if (!line) return undefined;
  const { labelExact: exact, kind, work, written, oral, replaces } = line;
  return { id: code, exact, kind, work, written, oral, replaces };
}

/** The scale with that code; undefined where these rules have none. */
export function scaleOf(rules: Rules, code: string): Scale | undefined {
  return rules.scales.find((scale) => scale.code === code);
}

/** The rule of a line, or the one for every line without a rule of its own. */
export function ownOrGeneral<Rule extends { readonly modality: string | null }>(
  rules: readonly Rule[],
  modality: string,
): Rule | undefined {
  return rules.find((rule) => rule.modality === modality) ?? rules.find((rule) => rule.modality === null);
}
