import type { AUTHORITIES, Authority } from './authority.js';

type AuthorityCode = (typeof AUTHORITIES)[number];

/** Who alone may say so of rules; whatever is not in this table, every authority may. */
const ENTITLED = {
  'rules-annulled': ['court', 'regulator', 'pedagogical-council', 'director'],
  'rules-annulment-quashed': ['court', 'appeal-board', 'regulator'],
} as const satisfies Record<string, readonly AuthorityCode[]>;

/** Whether an authority may do what only some may. */
export function isEntitled({ code }: Pick<Authority, 'code'>, act: keyof typeof ENTITLED): boolean {
  return (ENTITLED[act] as readonly AuthorityCode[]).includes(code);
}
