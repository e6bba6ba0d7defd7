import { Temporal } from 'temporal-polyfill';

import type { Cohort } from '@minutier/cohort';
import type { Deadline, Rules } from '@minutier/framework';

import type { EnrolledCandidacy, Evidence } from './enrolled-candidacy.js';

/** How long the rules have a piece kept: they say nothing, its period has not begun that anybody could show, or its last day. */
export type Retention =
  { readonly kind: 'unruled' } | { readonly kind: 'not-begun' } | { readonly kind: 'until'; readonly lastDay: string };

/** The retention of a piece by the rules that its cohort lives under: of its class, or of every class without a duty of its own. */
export function retentionOf(
  piece: Pick<Evidence, 'about' | 'retentionClass'>,
  candidacy: EnrolledCandidacy,
  { cohort, rules }: { readonly cohort: Cohort; readonly rules: Rules | undefined },
): Retention {
  const duties = rules?.deadlines.filter(({ duty }) => duty === 'retention') ?? [];
  const duty =
    duties.find(({ subject }) => subject === piece.retentionClass) ?? duties.find(({ subject }) => subject === null);
  if (!duty) return { kind: 'unruled' };
  const start = startOf(duty, piece, candidacy, cohort);
  if (start === undefined) return { kind: 'not-begun' };
  return {
    kind: 'until',
    lastDay: Temporal.PlainDate.from(start)
      .add({ [duty.unit]: duty.amount })
      .toString(),
  };
}

/**
 * The day that starts the period; undefined until then. What only a jury, a register or a request brings about has not
 * taken place as long as nothing in the candidacy says so: a file is kept too long rather than lost.
 */
function startOf(
  { startsFrom }: Deadline,
  { about }: Pick<Evidence, 'about'>,
  { evaluations, validationFiles }: EnrolledCandidacy,
  cohort: Cohort,
): string | undefined {
  if (startsFrom === 'file-filed') {
    const filed = [...validationFiles.values()].filter(
      ({ fileId }) => about.kind !== 'validation-file' || fileId === about.id,
    );
    return lastOf(filed.map(({ filedOn }) => filedOn));
  }
  if (startsFrom !== 'session-closed' || cohort.status === 'absent') return undefined;
  const session = about.kind === 'evaluation' ? evaluations.get(about.id)?.session : undefined;
  const sessions = cohort.sessions.filter((one) => session === undefined || one.session === session);
  if (sessions.some(({ closedOn }) => closedOn === null)) return undefined;
  return lastOf(sessions.map(({ closedOn }) => closedOn!));
}

function lastOf(days: readonly string[]): string | undefined {
  return [...days].sort().at(-1);
}
