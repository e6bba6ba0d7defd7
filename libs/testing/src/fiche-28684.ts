import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { REPOSITORY } from './repository.js';

const FILE = join(REPOSITORY, 'deploy', 'demonstration', 'fiche-28684.json');

/** The structured reading of fiche RNCP 28684, anew at each call: a test may change its copy. */
export function fiche28684(): ReturnType<typeof JSON.parse> {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
