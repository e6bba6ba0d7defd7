import { type StreamDefinition, unreachable } from '@minutier/ledger';

import { type CohortEvent, type CohortOpened, cohortTypes, type SessionOpened } from './cohort.events.js';

/** A cohort: pinned to one version of its framework and of its rules, with its sessions. */
export interface OpenCohortState extends Readonly<CohortOpened['data']> {
  readonly status: 'open';
  readonly sessions: readonly SessionOpened['data'][];
}

export type Cohort = { readonly status: 'absent' } | OpenCohortState;

export const cohortStream: StreamDefinition<Cohort, CohortEvent> = {
  category: 'cohort',
  initial: { status: 'absent' },
  types: cohortTypes,
  evolve(state, event) {
    switch (event.type) {
      case 'CohortOpened':
        return { status: 'open', ...event.data, sessions: [] };
      case 'SessionOpened':
        return state.status === 'open' ? { ...state, sessions: [...state.sessions, event.data] } : state;
      default:
        return unreachable(event);
    }
  },
};
