import { type StreamDefinition, unreachable } from '@minutier/ledger';

import {
  type GroupRolePlayAssessed,
  type GroupWorkEvent,
  type GroupWorkLineAssessed,
  groupWorkTypes,
} from './groupwork.events.js';

/** One member's line; `refused` once the member's candidacy has refused it. */
export type GroupWorkLine = GroupWorkLineAssessed['data'] & { readonly refused: string | null };

/** A work of a group, accepted whole; its lines reach the candidacies by reaction. */
export type GroupWork =
  | { readonly status: 'absent' }
  | ({ readonly status: 'assessed' } & GroupRolePlayAssessed['data'] & { readonly lines: readonly GroupWorkLine[] });

export const groupWorkStream: StreamDefinition<GroupWork, GroupWorkEvent> = {
  category: 'groupwork',
  initial: { status: 'absent' },
  types: groupWorkTypes,
  evolve(state, event) {
    switch (event.type) {
      case 'GroupRolePlayAssessed':
        return { status: 'assessed', ...event.data, lines: [] };
      case 'GroupWorkLineAssessed':
        return state.status === 'assessed'
          ? { ...state, lines: [...state.lines, { ...event.data, refused: null }] }
          : state;
      case 'GroupWorkLineReportedRefused':
        return state.status === 'assessed'
          ? { ...state, lines: state.lines.map((line) => refusedLine(line, event.data)) }
          : state;
      default:
        return unreachable(event);
    }
  },
};

function refusedLine(line: GroupWorkLine, { line: number, refused }: { line: number; refused: string }): GroupWorkLine {
  return line.line === number ? { ...line, refused } : line;
}
