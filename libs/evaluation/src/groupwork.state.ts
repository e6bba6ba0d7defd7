import { type StreamDefinition, unreachable } from '@minutier/ledger';

import {
  type GroupExercisesAssessed,
  type GroupRolePlayAssessed,
  type GroupTutoredProjectAssessed,
  type GroupWorkEvent,
  type GroupWorkLineAssessed,
  type GroupWorkLineSettled,
  groupWorkTypes,
  type GroupWorkVoided,
} from './groupwork.events.js';

/** One member's line, and what its file and persons made of it. */
export type GroupWorkLine = GroupWorkLineAssessed['data'] & {
  /** Why the file refused it, or its voiding; null while nothing is refused, or what was is tried again. */
  readonly refused: string | null;
  /** How the last refusal was settled; null while one waits, or there never was one. */
  readonly settlement: GroupWorkLineSettled['data']['settlement'] | null;
  /** What was tried again last: a retry that is handled late still does what was asked. */
  readonly triedAgain: 'recording' | 'voiding' | null;
  /** The whole work counts for nothing, so the line must leave its file. */
  readonly toBeVoided: boolean;
};

/** The header, by its kind. */
type Headed =
  | ({ readonly kind: 'role-play' } & GroupRolePlayAssessed['data'])
  | ({ readonly kind: 'tutored-project' } & GroupTutoredProjectAssessed['data'])
  | ({ readonly kind: 'exercises' } & GroupExercisesAssessed['data']);

export type AssessedGroupWork = { readonly status: 'assessed' } & Headed & {
    readonly lines: readonly GroupWorkLine[];
    /** Why and on whose authority the whole was voided; null while it stands. */
    readonly voided: Omit<GroupWorkVoided['data'], 'lineCount'> | null;
  };

/** A work of a group, accepted whole; its lines reach the candidacies by reaction. */
export type GroupWork = { readonly status: 'absent' } | AssessedGroupWork;

const BEGUN = { status: 'assessed', lines: [], voided: null } as const;

export const groupWorkStream: StreamDefinition<GroupWork, GroupWorkEvent> = {
  category: 'groupwork',
  initial: { status: 'absent' },
  types: groupWorkTypes,
  evolve(state, event) {
    if (state.status === 'absent') return begun(event) ?? state;
    switch (event.type) {
      case 'GroupRolePlayAssessed':
      case 'GroupTutoredProjectAssessed':
      case 'GroupExercisesAssessed':
        return state;
      case 'GroupWorkLineAssessed': {
        const line = { ...event.data, refused: null, settlement: null, triedAgain: null, toBeVoided: false };
        return { ...state, lines: [...state.lines, line] };
      }
      case 'GroupWorkLineReportedRefused':
      case 'GroupWorkVoidingReportedRefused': {
        const { refused, line } = event.data;
        return changed(state, line, () => ({ refused, settlement: null }));
      }
      case 'GroupWorkLineSettled':
        return changed(state, event.data.line, (line) => settled(line, event.data.settlement));
      case 'GroupWorkVoided': {
        const { reason, authority } = event.data;
        return { ...state, voided: { reason, authority } };
      }
      case 'GroupWorkLineVoided':
        // Whatever was refused before, the file now answers to the voiding.
        return changed(state, event.data.line, () => ({ refused: null, toBeVoided: true }));
      default:
        return unreachable(event);
    }
  },
};

/** The header is the stream's first event; one that stood later would be of another work. */
function begun(event: GroupWorkEvent): GroupWork | undefined {
  if (event.type === 'GroupRolePlayAssessed') return { ...BEGUN, kind: 'role-play', ...event.data };
  if (event.type === 'GroupTutoredProjectAssessed') return { ...BEGUN, kind: 'tutored-project', ...event.data };
  if (event.type === 'GroupExercisesAssessed') return { ...BEGUN, kind: 'exercises', ...event.data };
  return undefined;
}

function changed(
  work: AssessedGroupWork,
  number: number,
  change: (line: GroupWorkLine) => Partial<GroupWorkLine>,
): AssessedGroupWork {
  const lines = work.lines.map((line) => (line.line === number ? { ...line, ...change(line) } : line));
  return { ...work, lines };
}

function settled(
  { toBeVoided }: GroupWorkLine,
  settlement: GroupWorkLineSettled['data']['settlement'],
): Partial<GroupWorkLine> {
  if (settlement !== 'tried-again') return { settlement };
  return { settlement, refused: null, triedAgain: toBeVoided ? 'voiding' : 'recording' };
}

/** Whether a line's refusal waits for a person. */
export function waits({ refused, settlement }: GroupWorkLine): boolean {
  return refused !== null && settlement === null;
}
