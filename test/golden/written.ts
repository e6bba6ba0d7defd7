import { readFileSync } from 'node:fs';

import { repositoryFiles, root } from '../architecture/repository.js';

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
