import type { FrameworkReference, RulesReference } from '@minutier/framework';

import type { AuditItem } from './audit-trail.projection.js';
import { fieldOf, inOrder, textOf, type Trail } from './trail.js';

/** Everything that bears on one candidacy, by where it stands. */
export interface CandidacyFacts {
  readonly candidacyId: string;
  /** Its own stream. */
  readonly own: readonly AuditItem[];
  /** What concerns it in other streams: lines of group works and sheets, moves, awards, what it was told. */
  readonly elsewhere: readonly AuditItem[];
  /** Its cohort: what it lives under, its sessions. */
  readonly cohort: readonly AuditItem[];
  /** Every event of the versions of the rules that it was ever under, header and items. */
  readonly rules: readonly AuditItem[];
  readonly framework: readonly AuditItem[];
  readonly centres: readonly AuditItem[];
}

/** Reads all that bears on a candidacy; undefined where nothing is recorded of it. */
export async function candidacyFacts(trail: Trail, candidacyId: string): Promise<CandidacyFacts | undefined> {
  const own = await trail.stream(`candidacy-${candidacyId}`);
  if (own.length === 0) return undefined;
  const elsewhere = await trail.elsewhere(candidacyId);
  const cohort = await cohortFacts(trail, own, elsewhere);
  const cited = [...own, ...elsewhere, ...cohort];
  const [rules, framework] = await Promise.all([rulesFacts(trail, cited), frameworkFacts(trail, cited)]);
  const centres = await centreFacts(trail, cited);
  return { candidacyId, own, elsewhere, cohort, rules, framework, centres };
}

/** The whole history of a candidacy: of the rules, each version's header and what became of it. */
export function candidacyStory({ own, elsewhere, cohort, rules, framework, centres }: CandidacyFacts): AuditItem[] {
  const headers = rules.filter(({ type }) => RULES_LIFE.has(type));
  const published = framework.filter(({ type }) => type !== 'BlockPublished');
  return inOrder([...own, ...elsewhere, ...cohort, ...headers, ...published, ...centres]);
}

export const RULES_LIFE = new Set(['RulesAdopted', 'RulesRetired', 'RulesReinstated']);

async function cohortFacts(
  trail: Trail,
  own: readonly AuditItem[],
  elsewhere: readonly AuditItem[],
): Promise<AuditItem[]> {
  const enrolled = own.filter(({ type }) => type === 'Enrolled');
  const cohorts = new Set(enrolled.map((event) => textOf(event, 'cohortId')));
  const streams = await Promise.all([...cohorts].map((id) => trail.stream(`cohort-${id}`)));
  const informed = new Set(elsewhere.map((event) => textOf(event, 'communicationId')));
  const since = enrolled[0]?.ordinal ?? Number.MAX_SAFE_INTEGER;
  return streams.flat().filter((event) => event.type !== 'CandidacyInformedOfRules' && wasTold(event, since, informed));
}

/** A communication to the whole cohort reached those who were enrolled by then; one to some, those whom it names. */
function wasTold(event: AuditItem, since: number, informed: ReadonlySet<string | undefined>): boolean {
  if (event.type !== 'RulesCommunicated') return true;
  return textOf(event, 'audience') === 'listed'
    ? informed.has(textOf(event, 'communicationId'))
    : event.ordinal > since;
}

async function rulesFacts(trail: Trail, cited: readonly AuditItem[]): Promise<AuditItem[]> {
  const references = cited.flatMap((event) => referencesIn<RulesReference>(event, 'id'));
  const versions = byName(references.map(({ id, version }) => [id, version]));
  const streams = await Promise.all(
    [...versions].map(async ([id, known]) => {
      const events = await trail.stream(`rules-${id}`);
      return events.filter((event) => known.has(fieldOf(event, 'version') as number));
    }),
  );
  return streams.flat();
}

async function frameworkFacts(trail: Trail, cited: readonly AuditItem[]): Promise<AuditItem[]> {
  const references = cited.flatMap((event) => referencesIn<FrameworkReference>(event, 'number'));
  const versions = byName(references.map(({ number, version }) => [number, version]));
  const correspondences = new Set(cited.map((event) => textOf(event, 'correspondenceId')));
  const streams = await Promise.all(
    [...versions].map(async ([number, known]) => {
      const events = await trail.stream(`framework-${number}`);
      return events.filter((event) => {
        if (event.type.startsWith('Correspondence')) return correspondences.has(textOf(event, 'correspondenceId'));
        const version = fieldOf(event, 'version');
        return version === undefined || known.has(version as number);
      });
    }),
  );
  return streams.flat();
}

async function centreFacts(trail: Trail, cited: readonly AuditItem[]): Promise<AuditItem[]> {
  const numbers = new Set(
    cited.flatMap((event) => referencesIn<FrameworkReference>(event, 'number').map((one) => one.number)),
  );
  const centres = new Set(cited.flatMap(centresIn));
  const streams = await Promise.all([...centres].map((id) => trail.stream(`centre-${id}`)));
  return streams.flatMap((events) => ofFrameworks(events, numbers));
}

/** Of a centre, its registration and the entitlements for these certifications. */
function ofFrameworks(events: readonly AuditItem[], numbers: ReadonlySet<string>): AuditItem[] {
  const granted = events.filter((event) => numbers.has(textOf(event, 'number') ?? ''));
  const ids = new Set(granted.map((event) => textOf(event, 'habilitationId')));
  return events.filter((event) => event.type === 'CentreRegistered' || ids.has(textOf(event, 'habilitationId')));
}

/** The centres that an event names, at its first level or in what it changes. */
export function centresIn(event: AuditItem): string[] {
  const parts = [event.data, fieldOf(event, 'from'), fieldOf(event, 'to')];
  const named = parts.map((part) => (part as { centreId?: unknown } | undefined)?.centreId);
  return named.filter((id): id is string => typeof id === 'string');
}

const REFERENCE_FIELDS = ['rules', 'framework', 'from', 'to', 'older', 'successor'];

/** References to versions that an event makes at its first level, of the rules (`id`) or of frameworks (`number`). */
export function referencesIn<Reference extends RulesReference | FrameworkReference>(
  event: AuditItem,
  key: 'id' | 'number',
): Reference[] {
  const values = REFERENCE_FIELDS.map((field) => fieldOf(event, field));
  const awards = fieldOf(event, 'awards');
  const within = Array.isArray(awards) ? awards.map((award: { framework?: unknown }) => award.framework) : [];
  return [...values, ...within].filter(
    (value): value is Reference =>
      typeof value === 'object' &&
      value !== null &&
      typeof (value as Record<string, unknown>)[key] === 'string' &&
      typeof (value as Record<string, unknown>).version === 'number',
  );
}

function byName(pairs: readonly (readonly [string, number])[]): Map<string, Set<number>> {
  const versions = new Map<string, Set<number>>();
  for (const [name, version] of pairs) versions.set(name, (versions.get(name) ?? new Set()).add(version));
  return versions;
}
