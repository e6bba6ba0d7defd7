import type { AuditItem } from './audit-trail.projection.js';
import { fieldOf, textOf } from './trail.js';

/** Where to read what an event rested on. */
export interface StoryLink {
  readonly rel:
    'event' | 'command' | 'cause' | 'rules' | 'grid' | 'group-work' | 'mark-sheet' | 'reattribution' | 'evidence';
  readonly words: string;
  readonly href: string;
}

const API = '/api/v1';

/** Routes of what an evaluation may have been recorded from. */
const ORIGINS = {
  'group-work': { words: 'Le travail de groupe', path: 'group-works' },
  'mark-sheet': { words: 'La feuille de notes', path: 'mark-sheets' },
  reattribution: { words: 'La réattribution', path: 'reattributions' },
} as const;
const ORIGIN_FIELDS = {
  groupWorkId: 'group-work',
  markSheetId: 'mark-sheet',
  reattributionId: 'reattribution',
} as const;

/** Links of an event to the command, the cause, the evidence, the rules and the grid that it rests on; none into another candidate's file. */
export function linksOf(event: AuditItem, story: readonly AuditItem[]): StoryLink[] {
  return [
    { rel: 'event', words: 'Ce fait, comment il est venu et ce qui s’ensuit', href: storyOf(event.id) },
    {
      rel: 'command',
      words: 'Tout ce que la même demande a entraîné',
      href: `${API}/audit/events?correlation=${event.correlationId}`,
    },
    ...causeOf(event, story),
    ...rulesOf(event),
    ...originsOf(event),
    ...evidenceOf(event, story),
  ];
}

function storyOf(eventId: string): string {
  return `${API}/audit/story?of=event:${eventId}`;
}

/** The event that caused it, where a reaction did it and the story has that event. */
function causeOf({ causationId, commandId }: AuditItem, story: readonly AuditItem[]): StoryLink[] {
  const known = causationId !== commandId && story.some(({ id }) => id === causationId);
  return known ? [{ rel: 'cause', words: 'Ce dont il est la conséquence', href: storyOf(causationId) }] : [];
}

function rulesOf(event: AuditItem): StoryLink[] {
  const rules = fieldOf(event, 'rules') as { id?: string; version?: number } | null | undefined;
  if (typeof rules?.id !== 'string') return [];
  const href = `${API}/rules/${rules.id}`;
  const conduct = fieldOf(event, 'conduct') as
    { assessors?: readonly { grid?: { id: string; version: number } | null }[] } | null | undefined;
  const grids = (conduct?.assessors ?? []).flatMap(({ grid }) => (grid ? [grid] : []));
  const names = [...new Set(grids.map(({ id, version }) => `La grille ${id}, version ${version}`))];
  return [
    { rel: 'rules', words: `Le règlement ${rules.id}, version ${rules.version ?? ''}`, href },
    ...names.map((words): StoryLink => ({ rel: 'grid', words, href })),
  ];
}

function originsOf(event: AuditItem): StoryLink[] {
  const origin = fieldOf(event, 'origin') as { kind?: string; id?: string } | null | undefined;
  const named = Object.entries(ORIGIN_FIELDS).map(([field, kind]) => ({ kind, id: textOf(event, field) }));
  const links = [{ kind: origin?.kind, id: origin?.id }, ...named].flatMap(({ kind, id }): StoryLink[] => {
    if (id === undefined || !isOrigin(kind)) return [];
    const { words, path } = ORIGINS[kind];
    return [{ rel: kind, words, href: `${API}/${path}/${id}` }];
  });
  return [...new Map(links.map((link) => [link.href, link])).values()];
}

function isOrigin(kind: unknown): kind is keyof typeof ORIGINS {
  return typeof kind === 'string' && kind in ORIGINS;
}

/** Pieces of the story that support what the event states. */
function evidenceOf(event: AuditItem, story: readonly AuditItem[]): StoryLink[] {
  const stated = ['evaluationId', 'incidentId', 'sanctionId', 'equivalenceId', 'fileId', 'summonsId', 'appealId'];
  const ids = new Set(stated.map((field) => textOf(event, field)).filter((id) => id !== undefined));
  return story.flatMap((one): StoryLink[] => {
    if (one.type !== 'EvidenceAttached') return [];
    const about = fieldOf(one, 'about') as { id?: string } | undefined;
    return ids.has(about?.id ?? '')
      ? [{ rel: 'evidence', words: 'Une pièce versée à l’appui', href: storyOf(one.id) }]
      : [];
  });
}
