import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { CommandFailed } from '../failure.js';

/** A document of the demonstration; they stand in the repository, wherever the code was built to. */
export function demonstrationDocument<Document>(name: string): Document {
  const below = join('deploy', 'demonstration', name);
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const file = join(folder, below);
    // Lines that begin with // are for the reader.
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8').replace(/^\s*\/\/.*$/gm, '')) as Document;
    if (dirname(folder) === folder) throw new CommandFailed(`${below} is missing from this installation.`);
  }
}
