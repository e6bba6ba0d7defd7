import { type Refusal, refuse } from '@minutier/ledger';

import type { Deadline, DecisionCode, Paper, RulesItems } from './rules.state.js';
import { DEFAULT_DEADLINES, DEFAULT_LEGEND, defaultPapers } from './rules-decision-defaults.js';
import type { DeadlineInput, DecisionCodeInput, PaperInput } from './rules-decisions-input.js';
import type { RulesFrame } from './rules-frame.js';
import { DECISION_AXES } from './rules-policies.js';
import { ruledTwice, secondOf, unknownBlock } from './rules-refusals.js';

export type DecisionRefusal =
  | 'LEGEND_CODE_REPEATED'
  | 'LEGEND_INCOMPLETE'
  | 'RULE_REPEATED'
  | 'DEADLINE_REPEATED'
  | 'PAPER_REPEATED'
  | 'PAPER_AGAINST_READING'
  | 'BLOCK_UNKNOWN';

interface DecisionInputs {
  readonly decisionLegend?: readonly DecisionCodeInput[];
  readonly deadlines?: readonly DeadlineInput[];
  readonly papers?: readonly PaperInput[];
}

/** What follows from a decision: how it is printed, by when what must happen, which papers are issued. */
export function decisionItems(
  inputs: DecisionInputs,
  frame: Pick<RulesFrame, 'framework' | 'settings'>,
): Pick<RulesItems, 'decisionLegend' | 'deadlines' | 'papers'> | Refusal<DecisionRefusal> {
  const decisionLegend = inputs.decisionLegend?.map(codeFrom) ?? DEFAULT_LEGEND;
  const deadlines = inputs.deadlines?.map(deadlineFrom) ?? DEFAULT_DEADLINES;
  const papers = inputs.papers?.map(paperFrom) ?? defaultPapers(frame.framework, frame.settings);
  return (
    refusedLegend(decisionLegend) ??
    refusedDeadlines(deadlines) ??
    refusedPapers(papers, frame) ?? { decisionLegend, deadlines, papers }
  );
}

function codeFrom(input: DecisionCodeInput): DecisionCode {
  const { code, labelExact, position, adds } = input;
  const { outcome = null, presence = null, blocksValidated = null, byJury = null, resit = null } = input;
  return { code, labelExact, position, adds, outcome, presence, blocksValidated, byJury, resit };
}

function deadlineFrom(input: DeadlineInput): Deadline {
  const { duty, subject = null, amount, unit, startsFrom, countsFrom } = input;
  return { duty, subject, amount, unit, startsFrom, countsFrom };
}

function paperFrom(input: PaperInput): Paper {
  const { paper, issued, blocks, numbering = null } = input;
  return { paper, issued, blocks: [...blocks], numbering };
}

function refusedLegend(codes: readonly DecisionCode[]): Refusal<DecisionRefusal> | undefined {
  const twice = secondOf(codes, ({ code }) => code);
  if (twice !== undefined)
    return refuse(
      'LEGEND_CODE_REPEATED',
      `/decisionLegend/${twice}/code`,
      'Ce code a déjà sa légende.',
      'This code has its legend already.',
    );
  const level = secondOf(codes, ({ position }) => position);
  if (level !== undefined) return ruledTwice(`/decisionLegend/${level}/position`);
  const silent = combinations().find((axes) => !codes.some((code) => !code.adds && fits(code, axes)));
  return (
    silent &&
    refuse(
      'LEGEND_INCOMPLETE',
      '/decisionLegend',
      `Une décision n’aurait aucun code : ${said(silent)}.`,
      `A decision would have no code: ${said(silent)}.`,
    )
  );
}

type Axes = Pick<DecisionCode, 'outcome' | 'presence' | 'blocksValidated' | 'byJury' | 'resit'>;

/** Every decision that there can be: nobody is admitted while a block is missing; null of a re-sit: not applicable. */
function combinations(): readonly Axes[] {
  const { outcome: outcomes, presence: presences, blocksValidated: validations, resit: resits } = DECISION_AXES;
  return outcomes.flatMap((outcome) =>
    presences.flatMap((presence) =>
      validations
        .filter((validated) => outcome !== 'admitted' || validated === 'all')
        .flatMap((blocksValidated) =>
          [false, true]
            .filter((byJury) => !byJury || blocksValidated !== 'none')
            .flatMap((byJury) =>
              [...resits, null].map((resit) => ({ outcome, presence, blocksValidated, byJury, resit })),
            ),
        ),
    ),
  );
}

function fits(code: DecisionCode, axes: Axes): boolean {
  return (['outcome', 'presence', 'blocksValidated', 'byJury', 'resit'] as const).every(
    (axis) => code[axis] === null || code[axis] === axes[axis],
  );
}

function said(axes: Axes): string {
  return Object.entries(axes)
    .map(([axis, value]) => `${axis} ${value ?? 'not-applicable'}`)
    .join(', ');
}

function refusedDeadlines(deadlines: readonly Deadline[]): Refusal<DecisionRefusal> | undefined {
  const twice = secondOf(deadlines, ({ duty, subject }) => `${duty} ${subject ?? ''}`);
  if (twice === undefined) return undefined;
  return refuse(
    'DEADLINE_REPEATED',
    `/deadlines/${twice}/duty`,
    'Cette obligation a déjà son délai.',
    'This duty has its deadline already.',
  );
}

/** The parts of a title on which the clause is silent are never certified alone; by `all-listed`, no part is (A12). */
function refusedPapers(
  papers: readonly Paper[],
  { framework, settings }: Pick<RulesFrame, 'framework' | 'settings'>,
): Refusal<DecisionRefusal> | undefined {
  const twice = secondOf(papers, ({ paper }) => paper);
  if (twice !== undefined)
    return refuse(
      'PAPER_REPEATED',
      `/papers/${twice}/paper`,
      'Ce document a déjà sa règle.',
      'This paper has its rule already.',
    );
  const { partialClause } = framework;
  for (const [index, { paper, issued, blocks }] of papers.entries()) {
    const at = `/papers/${index}`;
    const astray = blocks.findIndex((block) => !framework.blocks.some(({ code }) => code === block));
    if (astray !== -1) return unknownBlock(`${at}/blocks/${astray}`);
    if (!issued) continue;
    if (paper === 'partial-certificate' && partialClause === null) return againstReading(`${at}/issued`);
    if (paper !== 'block-attestation' || partialClause === null) continue;
    if (settings.partialReading === 'all-listed') return againstReading(`${at}/issued`);
    const alone = blocks.findIndex((block) => !partialClause.blocks.includes(block));
    if (alone !== -1) return againstReading(`${at}/blocks/${alone}`);
  }
  return undefined;
}

function againstReading(pointer: string): Refusal<'PAPER_AGAINST_READING'> {
  return refuse(
    'PAPER_AGAINST_READING',
    pointer,
    'La clause de certification partielle, telle que ces règles la lisent, exclut ce document.',
    'The partial clause, as these rules read it, excludes this paper.',
  );
}
