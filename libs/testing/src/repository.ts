import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The top of this repository, from its sources and from `dist`, where what is built stands. */
export const REPOSITORY = topAbove(import.meta.dirname);

function topAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : topAbove(join(folder, '..'));
}
