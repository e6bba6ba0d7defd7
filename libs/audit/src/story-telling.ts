import { cohortList } from '@minutier/cohort';
import { type Framework, frameworkCatalogue, type Rules, rulesCatalogue } from '@minutier/framework';
import { splitStreamName, type Views } from '@minutier/ledger';
import { type Identity, opened, type Vault } from '@minutier/vault';

import type { AuditItem } from './audit-trail.projection.js';
import { type CentreHistory, centreHistory } from './centre-history.js';
import { told } from './sentences.js';
import type { EventSetting, StoryFrame } from './story-frame.js';
import { centresIn, referencesIn } from './story-gathering.js';
import { linksOf, type StoryLink } from './story-links.js';
import { placesIn } from './story-selection.js';
import { settingsOf } from './story-settings.js';
import { fieldOf, inOrder, textOf, type Trail } from './trail.js';

/** One fact of a story, told. */
export interface StoryItem {
  readonly eventId: string;
  readonly ordinal: number;
  readonly type: string;
  readonly title: string;
  /** All of it, in French, to be read aloud. */
  readonly sentence: string;
  /** Day on which the fact took place, where it says one. */
  readonly factOn: string | null;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly authority: string | null;
  readonly reason: string | null;
  readonly simulated: boolean;
  readonly links: readonly StoryLink[];
}

/** A story to be told: its events, what else is known of the same file, and of whom it is. */
export interface GatheredStory {
  readonly items: readonly AuditItem[];
  /** Events that are not told, and without which the others are not understood. */
  readonly background: readonly AuditItem[];
  /** The name of whom it is about; null: about nobody in particular, and no sealed text is opened. */
  readonly candidate: string | null;
  /** Streams of the person whom it is about: what is sealed there may be opened. */
  readonly streams: ReadonlySet<string>;
}

/** Where names are joined and labels found. */
export interface TellingSources {
  readonly views: Pick<Views, 'get' | 'find'>;
  readonly vault: Pick<Vault, 'actor' | 'identity' | 'unseal'>;
  readonly trail: Trail;
}

/** A story told, and what its sentences were made with. */
export interface ToldStory {
  readonly items: readonly StoryItem[];
  readonly frame: StoryFrame;
  /** By event id. */
  readonly settings: ReadonlyMap<string, EventSetting>;
}

/** Tells a story, its names joined from the vault while answering. */
export async function tellStory(story: GatheredStory, sources: TellingSources): Promise<ToldStory> {
  const known = inOrder([...story.background, ...story.items]);
  const frame = await frameOf(known, story.candidate, sources);
  const settings = settingsOf(
    known,
    frame.evaluations,
    ({ id, version }) => frame.rules.get(id)?.[version - 1]?.framework ?? null,
  );
  const shown = await Promise.all(story.items.map((item) => openedFor(item, story, sources)));
  const items = shown.map((item): StoryItem => {
    const { title, sentence, reason, authority, recordedBy } = told(item, frame, settings.get(item.id)!);
    const { id: eventId, ordinal, type, recordedAt, simulated } = item;
    const links = linksOf(item, story.items);
    const facts = { eventId, ordinal, type, title, sentence, factOn: factDay(item), recordedAt, recordedBy };
    return { ...facts, authority, reason, simulated, links };
  });
  return { items, frame, settings };
}

/** Never opened here: marks given blind, measures that tell of health, numbers of the civil state, what is said of others. */
const SHUT: Readonly<Record<string, readonly string[]>> = {
  BlindMarkSubmitted: ['mark', 'appreciation'],
  AccommodationGranted: ['measures'],
  AssessorLinkDeclared: ['text'],
  Enrolled: ['ine', 'cpfFile'],
  EnrolmentCorrected: ['ine', 'cpfFile'],
};

/** The event with the sealed texts of the person whom the story is about opened. */
async function openedFor(item: AuditItem, { streams }: GatheredStory, { vault }: TellingSources): Promise<AuditItem> {
  const named = textOf(item, 'candidacyId');
  if (!streams.has(item.stream) && !(named !== undefined && streams.has(`candidacy-${named}`))) return item;
  const shut = SHUT[item.type] ?? [];
  const data = Object.fromEntries(Object.entries(item.data).filter(([field]) => !shut.includes(field)));
  return { ...item, data: await opened(vault, data) };
}

async function frameOf(
  known: readonly AuditItem[],
  candidate: string | null,
  { views, vault, trail }: TellingSources,
): Promise<StoryFrame> {
  const { moment } = trail;
  const rules = await rowsOf<readonly Rules[]>(
    [...referred(known, 'id'), ...namesOf(known, 'rules')],
    async (id) => (await views.get(rulesCatalogue, id, moment))?.row.versions,
  );
  const numbers = [
    ...referred(known, 'number'),
    ...namesOf(known, 'framework'),
    ...[...rules.values()].flat().map(({ framework }) => framework.number),
  ];
  const [frameworks, cohorts, centres, people] = await Promise.all([
    rowsOf<readonly Framework[]>(
      numbers,
      async (number) => (await views.get(frameworkCatalogue, number, moment))?.row.versions,
    ),
    rowsOf<string>(
      known.flatMap((event) => [textOf(event, 'cohortId'), textOf(event, 'toCohortId')]),
      async (id) => (await views.get(cohortList, id, moment))?.row.code,
    ),
    rowsOf<CentreHistory>(known.flatMap(centresIn), async (id) => centreHistory(await trail.stream(`centre-${id}`))),
    rowsOf<string>(
      known.flatMap((event) => [event.actor.id, ...peopleIn(event.data)]),
      async (id) => (await vault.actor(id))?.name ?? nameOf(await vault.identity(id)) ?? undefined,
    ),
  ]);
  const own = known.filter(({ stream }) => splitStreamName(stream).category === 'candidacy');
  return { candidate, people, frameworks, rules, cohorts, centres, evaluations: placesIn(own) };
}

async function rowsOf<Row>(
  ids: readonly (string | undefined)[],
  read: (id: string) => Promise<Row | undefined>,
): Promise<Map<string, Row>> {
  const distinct = [...new Set(ids)].filter((id): id is string => id !== undefined);
  const rows = new Map<string, Row>();
  for (const id of distinct) {
    const row = await read(id);
    if (row !== undefined) rows.set(id, row);
  }
  return rows;
}

function referred(known: readonly AuditItem[], key: 'id' | 'number'): string[] {
  return known.flatMap((event) =>
    referencesIn<{ id: string; number: string; version: number }>(event, key).map((reference) => reference[key]),
  );
}

/** Ids of the streams of a category. */
function namesOf(known: readonly AuditItem[], category: string): string[] {
  const streams = known.map(({ stream }) => splitStreamName(stream));
  return streams.filter((stream) => stream.category === category).map(({ id }) => id);
}

const PEOPLE =
  /^(assessorId|companyTutorId|tutors|reportedBy|heardBy|approvedBy|jurorId|represented|voting|invigilators|witnesses)$/;

/** Persons of the institution whom an event names, at whatever depth. */
function peopleIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, member]: [string, unknown]) => {
    if (!PEOPLE.test(field)) return peopleIn(member);
    return (Array.isArray(member) ? member : [member]).filter((id): id is string => typeof id === 'string');
  });
}

/** «Camille MARTIN»; undefined where it is not known or erased. */
export function nameOf(identity: Identity | { readonly erased: true } | undefined): string | undefined {
  if (identity === undefined || 'erased' in identity) return undefined;
  return `${identity.firstNames} ${identity.usualName ?? identity.birthName}`;
}

const DAYS = [
  'heldOn',
  'decidedOn',
  'occurredOn',
  'heardOn',
  'enteredOn',
  'effectiveOn',
  'returnedOn',
  'resumedOn',
  'filedOn',
  'communicatedOn',
  'informedOn',
  'adoptedOn',
  'sentOn',
  'lodgedOn',
  'ruledOn',
  'liftedOn',
  'declaredOn',
  'awardedOn',
  'annulledOn',
  'obtainedOn',
  'receivedOn',
  'answeredOn',
  'closedOn',
  'opensOn',
  'startsOn',
  'purgedOn',
];

function factDay(item: AuditItem): string | null {
  const named = DAYS.map((field) => fieldOf(item, field)).find((day) => typeof day === 'string');
  return named ?? item.occurredAt?.slice(0, 10) ?? null;
}
