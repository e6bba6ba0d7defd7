import { writeFileSync } from 'node:fs';

import { type DomainEvent, fold, type StreamDefinition } from '@minutier/ledger';
import { eventHash } from '@minutier/proof';

import { readEventPages } from '../architecture/event-pages.js';
import { read, root } from '../architecture/repository.js';
import { routesPage } from './routes-page.js';
import { rulesSchema } from './rules-schema.js';
import { definitions, golden, goldenCatalogue, goldenFile, plain, type Story, stored, type Written } from './written.js';

/**
 * `npm run golden`: takes the events whose golden file is new into the story of their stream and gives them their
 * hash. What stands is never changed: hashes are only added, and a story only grows at its end; its state is what the
 * reviewer looks at. The JSON Schema of the rules document and the page of routes follow the classes.
 */
const events = new Map(golden<Written>('events'));
let isNew = false;
const hashes = goldenFile<{ hashes: Record<string, string> }>('event-hashes.json');
const order = readEventPages(read('docs/events.md')).map(({ type, version }) => `${type}.v${version}`);

for (const definition of definitions) {
  const [, story] = golden<Story>('streams').find(([category]) => category === definition.category) ?? [];
  const told = new Set(story?.events);
  const news = [...events.keys()].filter((name) => name.split('.')[0]! in definition.types && !told.has(name));
  news.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  const grown = storyOf(definition, story, news);
  for (const [index, event] of stored(grown, events).entries()) {
    isNew ||= hashes.hashes[grown.events[index]!] === undefined;
    hashes.hashes[grown.events[index]!] ??= eventHash(event);
  }
  const gained = news.length === 0 && gains(story!.state, grown.state);
  if (news.length === 0 && !gained) continue;
  write(`streams/${definition.category}.json`, grown);
  process.stdout.write(`${definition.category}: ${gained ? 'its state gained fields' : news.join(', ')}\n`);
}
if (isNew) write('event-hashes.json', hashes);
write('../../deploy/rules.schema.json', await rulesSchema());
writeFileSync(`${root}/docs/routes.md`, routesPage());

/** Whether a state says all that it said and more: a field that changed or went is the failing test's to tell. */
function gains(before: unknown, after: unknown): boolean {
  return holds(before, after) && !holds(after, before);
}

function holds(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null || typeof whole !== 'object' || whole === null) return part === whole;
  if (Array.isArray(part) !== Array.isArray(whole)) return false;
  return Object.entries(part).every(([key, value]) => holds(value, (whole as Record<string, unknown>)[key]));
}

function storyOf(
  definition: StreamDefinition<unknown, DomainEvent>,
  story: Story | undefined,
  news: readonly string[],
): Story {
  const stream = story?.stream ?? `${definition.category}-5f0f3c1e-2018-5000-8000-000000000099`;
  const grown = { stream, events: [...(story?.events ?? []), ...news], state: {} };
  const upcast = stored(grown, events).map((event) => goldenCatalogue.upcast(event));
  const absent = { state: definition.initial, revision: -1, receipts: new Map() };
  return { ...grown, state: plain(fold(definition, absent, upcast).state) as object };
}

function write(path: string, content: unknown): void {
  writeFileSync(`${root}/test/golden/${path}`, `${JSON.stringify(content, null, 2)}\n`);
}
