import type { Sealed } from '@minutier/ledger';

/** Who may decide in the institution's name. */
export const AUTHORITIES = [
  'director',
  'pedagogical-council',
  'examination-office',
  'assessor',
  'jury',
  'jury-president',
  'appeal-board',
  'equivalence-board',
  'disciplinary-board',
  'data-protection-officer',
  'court',
  'regulator',
] as const;

/** On whose authority, and under which document. */
export interface Authority {
  readonly code: (typeof AUTHORITIES)[number];
  readonly document: string | null;
}

/** Why: a code of the event's closed list, and words sealed under the key of whom it concerns. */
export interface Reason<Code extends string = string> {
  readonly code: Code;
  readonly text: Sealed | null;
}

/** The authority as events state it. */
export function authorityOf({ code, document }: Pick<Authority, 'code'> & { readonly document?: string }): Authority {
  return { code, document: document ?? null };
}

/** The reason as events state it. */
export function reasonOf<Code extends string>({
  reason,
  explanation = null,
}: {
  readonly reason: Code;
  readonly explanation?: Sealed | null;
}): Reason<Code> {
  return { code: reason, text: explanation };
}
