import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { REPOSITORY as root } from '@minutier/testing';

export { root };

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Files that git tracks or would track, by path from the top; without git, all but what is installed or built. */
export function repositoryFiles(): string[] {
  let files: string[];
  try {
    const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    files = listed.split('\0').filter((file) => file !== '');
  } catch {
    files = walk(root);
  }
  return [...new Set(files)]
    .filter((file) => existsSync(join(root, file)) && statSync(join(root, file)).isFile())
    .sort();
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : walk(path);
    return [relative(root, path).split(sep).join('/')];
  });
}

/** The text of a file of the repository; a sentence says so when a file that a rule needs is not there. */
export function read(file: string): string {
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing: the house rules need it.`);
  return readFileSync(join(root, file), 'utf8');
}
