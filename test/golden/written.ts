import { readFileSync } from 'node:fs';

import * as candidacy from '@minutier/candidacy';
import * as cohort from '@minutier/cohort';
import * as evaluation from '@minutier/evaluation';
import * as framework from '@minutier/framework';
import { type DomainEvent, eventCatalogue, ledgerStream, type StoredEvent, type StreamDefinition } from '@minutier/ledger';
import * as person from '@minutier/person';

import { repositoryFiles, root } from '../architecture/repository.js';

/** The streams of every library that owns one. */
export const definitions = [
  ledgerStream,
  ...[framework, cohort, person, candidacy, evaluation].flatMap((library) =>
    Object.values(library).filter((value) => typeof value === 'object' && value !== null && 'evolve' in value),
  ),
] as unknown as readonly StreamDefinition<unknown, DomainEvent>[];

export const goldenCatalogue = eventCatalogue(definitions);

/** An event as its golden file holds it. */
export type Written = Pick<StoredEvent, 'type' | 'version' | 'data'>;

/** One of every event of a stream, in an order in which they may happen, and what they fold into. */
export interface Story {
  readonly stream: string;
  readonly events: readonly string[];
  readonly state: object;
}

/** The events of a story as a store gives them back. */
export function stored({ stream, events: names }: Story, events: ReadonlyMap<string, Written>): StoredEvent[] {
  const { id, meta } = goldenFile<Pick<StoredEvent, 'id' | 'meta'>>('event-hashes.json');
  return names.map(
    (name, revision) =>
      ({ id, stream, revision, ...events.get(name)!, meta, position: String(revision) }) as StoredEvent,
  );
}

/** A state as JSON says it: maps as lists of pairs, sets as lists. */
export function plain(state: unknown): unknown {
  return JSON.parse(
    JSON.stringify(state, (_key, value: unknown) =>
      value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value,
    ),
  );
}

const folder = 'test/golden/';

/** Golden files of a folder, by name without `.json`, parsed. They are added, never edited. */
export function golden<Content>(kind: string): readonly (readonly [name: string, content: Content])[] {
  const prefix = `${folder}${kind}/`;
  return repositoryFiles()
    .filter((file) => file.startsWith(prefix) && file.endsWith('.json'))
    .map(
      (file) => [file.slice(prefix.length, -'.json'.length), goldenFile<Content>(file.slice(folder.length))] as const,
    );
}

/** One golden file, by its path under test/golden. */
export function goldenFile<Content>(path: string): Content {
  return JSON.parse(readFileSync(`${root}/${folder}${path}`, 'utf8')) as Content;
}
