import type { Framework, Rules } from '@minutier/framework';

import type { AuditItem } from './audit-trail.projection.js';
import { type CandidacyFacts, centresIn, referencesIn, RULES_LIFE } from './story-gathering.js';
import type { EvaluationPlace } from './story-frame.js';
import { fieldOf, inOrder, textOf, type Trail } from './trail.js';

/** The id that an event of a type gives to what it begins, by which later events name it. */
const BEGINS: Readonly<Record<string, string>> = {
  IncidentReported: 'incidentId',
  SanctionDecided: 'sanctionId',
  EvidenceAttached: 'evidenceId',
  EvidenceReplaced: 'evidenceId',
  CandidateSummoned: 'summonsId',
  AppealLodged: 'appealId',
  AccommodationGranted: 'accommodationId',
  ValidationFileFiled: 'fileId',
  AssessorLinkDeclared: 'linkId',
  EquivalenceGranted: 'equivalenceId',
  BlockCarriedOver: 'carryOverId',
  BlockAwarded: 'awardId',
  LegacyBlockRegistered: 'awardId',
  DeliveryOrdered: 'orderId',
};

/** What bears on every mark of a session. */
const OF_SESSION = /^(MarksFrozen|MarksUnfrozen|Session\w+|CandidacyHeld|JuryDecided)$/;
const ALWAYS = new Set(['Enrolled', 'FrameworkPublished', 'RulesRepinned', 'FrameworkRepinned']);

/** Where each evaluation of a candidacy stands, by its id. */
export function placesIn(own: readonly AuditItem[]): Map<string, EvaluationPlace> {
  const places = new Map<string, EvaluationPlace>();
  for (const event of own) {
    const id = textOf(event, 'evaluationId');
    const { modality, occurrence, attempt, session = null } = event.data as Partial<EvaluationPlace>;
    if (id === undefined || modality == null || occurrence == null || attempt == null) continue;
    places.set(id, { modality, occurrence, attempt, session });
  }
  return places;
}

/** Everything that bears on one evaluation, in order: the mark, what lies under it, what changed it, what it was given under. */
export function evaluationStory(facts: CandidacyFacts, evaluationId: string): AuditItem[] {
  return storyOf(facts, new Set([evaluationId]), () => false);
}

/** Everything that bears on one block of a candidacy: its evaluations, and what stands for it without a mark. */
export function blockStory(facts: CandidacyFacts, block: string, framework: Framework, rules: Rules): AuditItem[] {
  const lines = linesOf(block, framework, rules);
  const codes = new Set([...lines, block, ...functionsOf(block, framework)]);
  const ids = [...placesIn(facts.own)].filter(([, { modality }]) => lines.has(modality)).map(([id]) => id);
  return storyOf(facts, new Set(ids), (event) => ofBlock(event, block, codes));
}

function storyOf(facts: CandidacyFacts, ids: Set<string>, also: (event: AuditItem) => boolean): AuditItem[] {
  const places = [...placesIn(facts.own)].filter(([id]) => ids.has(id)).map(([, place]) => place);
  const sessions = new Set(places.map(({ session }) => session));
  const near = [...facts.own, ...facts.elsewhere];
  const chosen = closure(near, ids, (event) => also(event) || places.some((place) => stands(event, place)));
  const assessors = new Set(chosen.flatMap(assessorsIn));
  const links = closure(
    near,
    new Set(),
    ({ type, data }) => type === 'AssessorLinkDeclared' && assessors.has((data as { assessorId: string }).assessorId),
  );
  const framing = [...facts.own, ...facts.cohort, ...facts.framework].filter(
    (event) =>
      ALWAYS.has(event.type) || (OF_SESSION.test(event.type) && sessions.has(fieldOf(event, 'session') as number)),
  );
  const blocks = facts.framework.filter((event) => event.type === 'BlockPublished' && also(event));
  const centres = new Set(chosen.flatMap(centresIn));
  const ofCentres = facts.centres.filter(({ stream }) => centres.has(stream.slice('centre-'.length)));
  const rules = rulesOf(facts.rules, chosen, new Set(places.map(({ modality }) => modality)), also);
  return inOrder([...chosen, ...links, ...framing, ...blocks, ...ofCentres, ...rules]);
}

/** Events that name one of these ids, or are chosen; what they begin is followed in turn. */
function closure(
  events: readonly AuditItem[],
  ids: ReadonlySet<string>,
  chosen: (event: AuditItem) => boolean,
): AuditItem[] {
  const followed = new Set(ids);
  const found = new Set<AuditItem>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const event of events) {
      if (found.has(event) || !(chosen(event) || concerns(event, ids, followed))) continue;
      found.add(event);
      for (const id of rootsOf(event)) followed.add(id);
    }
  }
  return [...found];
}

function concerns(event: AuditItem, ids: ReadonlySet<string>, followed: ReadonlySet<string>): boolean {
  const own = textOf(event, 'evaluationId');
  if (own !== undefined) return ids.has(own);
  return names(event.data, followed);
}

/** Whether one of these ids stands anywhere in it. */
function names(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((member) => names(member, ids));
}

/** What an event begins, and what it rests on. */
function rootsOf(event: AuditItem): string[] {
  const origin = fieldOf(event, 'origin') as { id?: string } | null | undefined;
  const conduct = fieldOf(event, 'conduct') as { sittingId?: string | null } | null | undefined;
  const kind = fieldOf(event, 'facts') as { fileId?: string } | null | undefined;
  const accommodations = fieldOf(event, 'accommodationIds');
  return [
    BEGINS[event.type] && textOf(event, BEGINS[event.type]!),
    origin?.id,
    conduct?.sittingId,
    kind?.fileId,
    textOf(event, 'reattributionId'),
    ...(Array.isArray(accommodations) ? (accommodations as string[]) : []),
  ].filter((id): id is string => typeof id === 'string');
}

/** Whether an event is about that place: same line and occurrence, and same attempt where it names one. */
function stands(event: AuditItem, { modality, occurrence, attempt }: EvaluationPlace): boolean {
  const at = event.data as Partial<EvaluationPlace>;
  return at.modality === modality && at.occurrence === occurrence && (at.attempt == null || at.attempt === attempt);
}

function assessorsIn(event: AuditItem): string[] {
  const conduct = fieldOf(event, 'conduct') as { assessors?: readonly { assessorId: string }[] } | null | undefined;
  return conduct?.assessors?.map(({ assessorId }) => assessorId) ?? [];
}

/** Of the rules, the versions that these events name: header, life, and the items that rule these lines. */
function rulesOf(
  rules: readonly AuditItem[],
  cited: readonly AuditItem[],
  lines: ReadonlySet<string>,
  also: (event: AuditItem) => boolean,
): AuditItem[] {
  const references = cited.flatMap((event) => referencesIn<{ id: string; version: number }>(event, 'id'));
  const versions = new Set(references.map(({ id, version }) => `rules-${id} ${version}`));
  const grids = new Set(cited.flatMap(gridsIn));
  return rules.filter((event) => {
    if (!versions.has(`${event.stream} ${String(fieldOf(event, 'version'))}`)) return false;
    if (RULES_LIFE.has(event.type) || also(event)) return true;
    if (event.type === 'GridAdopted') return grids.has(gridName(event.data as { gridId: string; gridVersion: number }));
    const line = textOf(event, 'modality') ?? textOf(event, 'line');
    return line === undefined ? RULE_OF_EVERY_LINE.has(event.type) : lines.has(line);
  });
}

const RULE_OF_EVERY_LINE = new Set(['AttemptRuleAdopted', 'MarkingRuleAdopted']);

function gridsIn(event: AuditItem): string[] {
  const conduct = fieldOf(event, 'conduct') as
    { assessors?: readonly { grid?: { id: string; version: number } | null }[] } | null | undefined;
  return (conduct?.assessors ?? []).flatMap(({ grid }) =>
    grid ? [gridName({ gridId: grid.id, gridVersion: grid.version })] : [],
  );
}

function gridName({ gridId, gridVersion }: { readonly gridId: string; readonly gridVersion: number }): string {
  return `${gridId} ${gridVersion}`;
}

function functionsOf(block: string, { blocks }: Framework): string[] {
  return blocks.find(({ code }) => code === block)?.functions.map(({ code }) => code) ?? [];
}

/** The lines of a block: the fiche's, and the rules' own that replace it or a part of it. */
export function linesOf(block: string, framework: Framework, rules: Rules): Set<string> {
  const published = framework.blocks.find(({ code }) => code === block);
  const own = published?.functions.flatMap(({ modalities }) => modalities.map(({ id }) => id)) ?? [];
  const parts = new Set([block, ...functionsOf(block, framework), ...own]);
  const substitutes = rules.substituteLines.filter(({ replaces }) => replaces.codes.some((code) => parts.has(code)));
  return new Set([...own, ...substitutes.map(({ line }) => line)]);
}

/** What is decided of a block, or of a part of it, without a mark. */
function ofBlock(event: AuditItem, block: string, codes: ReadonlySet<string>): boolean {
  const blocks = fieldOf(event, 'blocks');
  switch (event.type) {
    case 'EquivalenceGranted':
      return codes.has(textOf(event, 'code') ?? '');
    case 'BlockPublished':
      return textOf(event, 'code') === block;
    case 'JuryDecided':
    case 'DecisionAnnulled':
    case 'DecisionReinstated':
      return true;
    case 'DeliveryOrdered':
    case 'FeasibilityDecided':
    case 'ValidationFileFiled':
      return Array.isArray(blocks) && (blocks.length === 0 || blocks.includes(block));
    default:
      return textOf(event, 'block') === block;
  }
}

/**
 * How an event came about and what followed from it: what caused it, what was recorded with it, what it caused. Of a
 * candidate's event, nothing that stands in somebody else's file.
 */
export async function eventStory(trail: Trail, event: AuditItem): Promise<AuditItem[]> {
  const correlated = await trail.correlated(event.correlationId);
  const before = causesOf(event, correlated);
  const together = correlated.filter(
    ({ commandId, stream }) => commandId === event.commandId && stream === event.stream,
  );
  return inOrder([...before, event, ...together, ...consequencesOf(event, correlated)]);
}

function causesOf(event: AuditItem, correlated: readonly AuditItem[]): AuditItem[] {
  const cause = correlated.find(({ id }) => id === event.causationId);
  return cause ? [...causesOf(cause, correlated), cause] : [];
}

function consequencesOf(event: AuditItem, correlated: readonly AuditItem[]): AuditItem[] {
  const caused = correlated.filter(({ causationId, id }) => causationId === event.id && id !== event.id);
  return caused.flatMap((one) => [one, ...consequencesOf(one, correlated)]);
}

/** Whether a block is the fiche's. */
export function hasBlock({ blocks }: Framework, block: string): boolean {
  return blocks.some(({ code }) => code === block);
}
