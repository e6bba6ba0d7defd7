import { splitStreamName } from '@minutier/ledger';
import type { Vault } from '@minutier/vault';

import type { AuditItem } from './audit-trail.projection.js';
import { type CandidacyFacts, candidacyFacts, candidacyStory } from './story-gathering.js';
import { blockStory, evaluationStory, eventStory, hasBlock } from './story-selection.js';
import { type GatheredStory, nameOf } from './story-telling.js';
import { fieldOf, inOrder, textOf, type Trail } from './trail.js';
import type { Pins } from '@minutier/transcript';

/** How a story ends: what it has come to. */
export type StoryEnd =
  | { readonly kind: 'results'; readonly facts: CandidacyFacts; readonly block?: string }
  | { readonly kind: 'evaluation'; readonly evaluationId: string }
  | { readonly kind: 'none' };

export interface ChosenStory extends GatheredStory {
  readonly end: StoryEnd;
}

/** What is asked of the ledger's other parts to choose a story. */
export interface SubjectSources {
  readonly trail: Trail;
  readonly vault: Pick<Vault, 'identity'>;
  /** The versions under which a candidacy stands. */
  readonly pinsOf: (facts: CandidacyFacts) => Promise<Pins | undefined>;
}

/** Everything about a candidacy. */
export async function storyOfCandidacy(id: string, sources: SubjectSources): Promise<ChosenStory | undefined> {
  const facts = await candidacyFacts(sources.trail, id);
  if (!facts) return undefined;
  return { ...(await about([facts], sources)), items: candidacyStory(facts), end: { kind: 'results', facts } };
}

/** Everything about one evaluation: what lies under the mark, and who changed it. */
export async function storyOfEvaluation(
  evaluationId: string,
  sources: SubjectSources,
): Promise<ChosenStory | undefined> {
  const [naming] = await sources.trail.naming(evaluationId);
  const facts = naming && (await candidacyFacts(sources.trail, splitStreamName(naming.stream).id));
  if (!facts || splitStreamName(naming.stream).category !== 'candidacy') return undefined;
  const items = evaluationStory(facts, evaluationId);
  return { ...(await about([facts], sources)), items, end: { kind: 'evaluation', evaluationId } };
}

/** Everything about one block of a candidacy: «why this result?». */
export async function storyOfBlock(
  block: string,
  candidacyId: string,
  sources: SubjectSources,
): Promise<ChosenStory | undefined> {
  const facts = await candidacyFacts(sources.trail, candidacyId);
  const pins = facts && (await sources.pinsOf(facts));
  if (!facts || !pins || !hasBlock(pins.framework, block)) return undefined;
  const items = blockStory(facts, block, pins.framework, pins.rules);
  return { ...(await about([facts], sources)), items, end: { kind: 'results', facts, block } };
}

/** Everything about a person: the persons absorbed, and every candidacy of them all. */
export async function storyOfPerson(id: string, sources: SubjectSources): Promise<ChosenStory | undefined> {
  const { trail, vault } = sources;
  const persons = await personFiles(trail, id);
  const candidacies = await Promise.all([...persons.keys()].map((person) => trail.candidaciesOf(person)));
  const known = await Promise.all([...new Set(candidacies.flat())].map((one) => candidacyFacts(trail, one)));
  const facts = known.filter((one) => one !== undefined);
  const items = inOrder([...[...persons.values()].flat(), ...facts.flatMap(candidacyStory)]);
  if (items.length === 0) return undefined;
  const { background, streams } = await about(facts, sources);
  const candidate = nameOf(await vault.identity(id)) ?? 'la personne';
  const own = [...persons.keys()].map((person) => `person-${person}`);
  return { items, background, candidate, streams: new Set([...streams, ...own]), end: { kind: 'none' } };
}

/** An event: what led to it, what followed and, of an evaluation, what else became of that one. */
export async function storyOfEvent(id: string, sources: SubjectSources): Promise<ChosenStory | undefined> {
  const event = await sources.trail.event(id);
  if (!event) return undefined;
  const around = await eventStory(sources.trail, event);
  const candidacyId = candidacyOf(event);
  const facts = candidacyId === undefined ? undefined : await candidacyFacts(sources.trail, candidacyId);
  if (!facts) return storyOfNobody(event, around, sources);
  const evaluationId = textOf(event, 'evaluationId');
  const further = evaluationId === undefined ? [] : evaluationStory(facts, evaluationId);
  const items = inOrder([...around.filter((one) => isOf(one, facts.candidacyId)), ...further]);
  return { ...(await about([facts], sources)), items, end: { kind: 'none' } };
}

/** An event of no candidacy: a person's own is told with her name, any other with nobody's. */
async function storyOfNobody(
  event: AuditItem,
  items: readonly AuditItem[],
  { vault }: SubjectSources,
): Promise<ChosenStory> {
  const { category, id } = splitStreamName(event.stream);
  const isPerson = category === 'person';
  const candidate = isPerson ? (nameOf(await vault.identity(id)) ?? 'la personne') : null;
  const streams = new Set(isPerson ? [event.stream] : []);
  const told = isPerson ? items.filter(({ stream }) => stream === event.stream) : items;
  return { items: told, background: [], candidate, streams, end: { kind: 'none' } };
}

/** The candidacy that an event is about: its stream's, or the one that a line names. */
function candidacyOf(event: AuditItem): string | undefined {
  const { category, id } = splitStreamName(event.stream);
  return category === 'candidacy' ? id : textOf(event, 'candidacyId');
}

/** Whether an event tells nothing of another candidate than this one. */
function isOf(event: AuditItem, candidacyId: string): boolean {
  if (splitStreamName(event.stream).category === 'person') return false;
  const about = candidacyOf(event);
  return about === undefined || about === candidacyId;
}

/** A person's own events, and those of whoever was absorbed. */
async function personFiles(trail: Trail, id: string): Promise<Map<string, readonly AuditItem[]>> {
  const files = new Map<string, readonly AuditItem[]>();
  for (const waiting = [id]; waiting.length > 0;) {
    const person = waiting.pop()!;
    if (files.has(person)) continue;
    const events = await trail.stream(`person-${person}`);
    files.set(person, events);
    waiting.push(...absorbedIn(events));
  }
  return files;
}

/** Whom a person answers for, where that was not undone. */
function absorbedIn(events: readonly AuditItem[]): string[] {
  const absorbed = new Set<string>();
  for (const event of events) {
    const other = fieldOf(event, 'absorbedId');
    if (typeof other !== 'string') continue;
    if (event.type === 'PersonAbsorbed') absorbed.add(other);
    if (event.type === 'AbsorptionUndone') absorbed.delete(other);
  }
  return [...absorbed];
}

/** Of whom a story about candidacies is, and all that is known beside it. */
async function about(
  facts: readonly CandidacyFacts[],
  { vault }: SubjectSources,
): Promise<Omit<GatheredStory, 'items'>> {
  const enrolled = facts.flatMap(({ own }) => own).filter(({ type }) => type === 'Enrolled');
  const persons = enrolled.map((event) => textOf(event, 'personId')!);
  const identity = persons.length === 0 ? undefined : await vault.identity(persons.at(-1)!);
  const own = facts.map(({ candidacyId }) => `candidacy-${candidacyId}`);
  const background = inOrder(facts.flatMap((one) => [...one.own, ...one.cohort, ...one.elsewhere]));
  return {
    background,
    candidate: nameOf(identity) ?? 'le candidat',
    streams: new Set([...own, ...persons.map((id) => `person-${id}`)]),
  };
}
