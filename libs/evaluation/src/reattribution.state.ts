import { type StreamDefinition, unreachable } from '@minutier/ledger';

import {
  type ReattributionDecided,
  type ReattributionEvent,
  type ReattributionMoveDecided,
  type ReattributionSettled,
  reattributionTypes,
} from './reattribution.events.js';

export type Move = ReattributionMoveDecided['data'];

/** What a file refused, and how a person settled it; null while nobody has. */
export interface RefusedMoves {
  readonly candidacyId: string;
  readonly moves: readonly number[];
  readonly refused: string;
  readonly settlement: ReattributionSettled['data']['settlement'] | null;
}

export type DecidedReattribution = { readonly status: 'decided' } & ReattributionDecided['data'] & {
    readonly moves: readonly Move[];
    /** The last refusal of each file that refused. */
    readonly refusals: readonly RefusedMoves[];
  };

/** Marks that go to the right files: decided whole; each file makes all its moves, by reaction. */
export type Reattribution = { readonly status: 'absent' } | DecidedReattribution;

export const reattributionStream: StreamDefinition<Reattribution, ReattributionEvent> = {
  category: 'reattribution',
  initial: { status: 'absent' },
  types: reattributionTypes,
  evolve(state, event) {
    if (event.type === 'ReattributionDecided') return { status: 'decided', ...event.data, moves: [], refusals: [] };
    if (state.status === 'absent') return state;
    switch (event.type) {
      case 'ReattributionMoveDecided':
        return { ...state, moves: [...state.moves, event.data] };
      case 'ReattributionReportedRefused': {
        const { candidacyId, moves, refused } = event.data;
        const others = state.refusals.filter((one) => one.candidacyId !== candidacyId);
        return { ...state, refusals: [...others, { candidacyId, moves, refused, settlement: null }] };
      }
      case 'ReattributionSettled': {
        const { candidacyId, settlement } = event.data;
        const settled = (one: RefusedMoves) => (one.candidacyId === candidacyId ? { ...one, settlement } : one);
        return { ...state, refusals: state.refusals.map(settled) };
      }
      default:
        return unreachable(event);
    }
  },
};
