import { readFileSync } from 'node:fs';

const FILE = new URL('../../../deploy/demonstration/fiche-28684.json', import.meta.url);

/** The structured reading of fiche RNCP 28684, anew at each call: a test may change its copy. */
export function fiche28684(): ReturnType<typeof JSON.parse> {
  return JSON.parse(readFileSync(FILE, 'utf8'));
}
