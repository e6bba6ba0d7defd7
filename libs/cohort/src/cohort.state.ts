import type { RulesReference } from '@minutier/framework';
import { type StreamDefinition, unreachable } from '@minutier/ledger';

import { type CohortEvent, type CohortOpened, cohortTypes, type SessionOpened } from './cohort.events.js';

/** A session; `closedOn` is null while evaluations may be added to it. */
export type Session = SessionOpened['data'] & { readonly closedOn: string | null };

/** A cohort: pinned to one version of its framework and of its rules, with its sessions. */
export interface OpenCohortState extends Readonly<CohortOpened['data']> {
  readonly status: 'open';
  readonly sessions: readonly Session[];
  /** Every version that it was ever pinned to, the first first: «when was the candidate told?». */
  readonly rulesPinned: readonly RulesReference[];
  /** Null while something may still be opened in it. */
  readonly closedOn: string | null;
}

export type Cohort = { readonly status: 'absent' } | OpenCohortState;

export const cohortStream: StreamDefinition<Cohort, CohortEvent> = {
  category: 'cohort',
  initial: { status: 'absent' },
  types: cohortTypes,
  evolve(state, event) {
    if (event.type === 'CohortOpened') {
      return { status: 'open', ...event.data, sessions: [], rulesPinned: [event.data.rules], closedOn: null };
    }
    return state.status === 'open' ? changed(state, event) : state;
  },
};

function changed(cohort: OpenCohortState, event: Exclude<CohortEvent, CohortOpened>): OpenCohortState {
  switch (event.type) {
    case 'SessionOpened':
      return { ...cohort, sessions: [...cohort.sessions, { ...event.data, closedOn: null }] };
    case 'SessionRescheduled': {
      const { session, opensOn, closesOn } = event.data;
      return withSession(cohort, session, { opensOn, closesOn });
    }
    case 'SessionClosed':
      return withSession(cohort, event.data.session, { closedOn: event.data.closedOn });
    case 'SessionReopened':
      return withSession(cohort, event.data.session, { closedOn: null });
    case 'CohortRescheduled':
      return { ...cohort, startsOn: event.data.startsOn, endsOn: event.data.endsOn };
    case 'CohortClosed':
      return { ...cohort, closedOn: event.data.closedOn };
    case 'CohortReopened':
      return { ...cohort, closedOn: null };
    case 'RulesRepinned':
      return { ...cohort, rules: event.data.to, rulesPinned: [...cohort.rulesPinned, event.data.to] };
    case 'FrameworkRepinned': {
      const { to, rules } = event.data;
      return { ...cohort, framework: to, rules, rulesPinned: [...cohort.rulesPinned, rules] };
    }
    case 'RulesCommunicated':
    case 'CandidacyInformedOfRules':
      return cohort;
    default:
      return unreachable(event);
  }
}

function withSession(cohort: OpenCohortState, number: number, change: Partial<Session>): OpenCohortState {
  const sessions = cohort.sessions.map((one) => (one.session === number ? { ...one, ...change } : one));
  return { ...cohort, sessions };
}
