import type {
  CohortClosed,
  CohortOpened,
  CohortRescheduled,
  FrameworkRepinned,
  RulesCommunicated,
  RulesRepinned,
  SessionClosed,
  SessionOpened,
  SessionRescheduled,
} from './cohort.events.js';
import { cohortStream, type OpenCohortState } from './cohort.state.js';

export const COHORT_ID = '5f0f3c1e-2018-5000-8000-000000000001';

/** The cohort of 2018-2019, pinned to the fiche and to the rules adopted for it. */
export function opened(changes: Partial<CohortOpened['data']> = {}): CohortOpened {
  return {
    type: 'CohortOpened',
    data: {
      cohortId: COHORT_ID,
      code: '360-2018-2019',
      framework: { number: 'RNCP28684', version: 1 },
      rules: { id: 'reglement-28684', version: 1 },
      centreId: null,
      startsOn: '2018-10-01',
      endsOn: '2019-09-30',
      ...changes,
    },
  };
}

/** Its initial session, until early July; 2 and above: a session of re-sits in September. */
export function sessionOpened(session = 1): SessionOpened {
  const initial = { kind: 'initial', opensOn: '2018-10-01', closesOn: '2019-07-04' } as const;
  const reSit = { kind: 're-sit', opensOn: '2019-09-02', closesOn: '2019-09-20' } as const;
  return { type: 'SessionOpened', data: { session, ...(session === 1 ? initial : reSit) } };
}

/** The cohort with both sessions open. */
export function cohort(changes: Partial<CohortOpened['data']> = {}): OpenCohortState {
  const facts = [opened(changes), sessionOpened(1), sessionOpened(2)];
  return facts.reduce(cohortStream.evolve, cohortStream.initial) as OpenCohortState;
}

const authority = { code: 'pedagogical-council', document: 'PV-CP-2019-02' } as const;

export function sessionClosed(session = 1, closedOn = '2019-06-28'): SessionClosed {
  return { type: 'SessionClosed', data: { session, closedOn } };
}

export function cohortClosed(closedOn = '2019-06-30'): CohortClosed {
  return { type: 'CohortClosed', data: { closedOn } };
}

/** The cohort is prolonged until the end of the year. */
export function cohortRescheduled(changes: Partial<CohortRescheduled['data']> = {}): CohortRescheduled {
  const { startsOn, endsOn } = opened().data;
  const reason = { code: 'force-majeure', text: null } as const;
  const data = { from: { startsOn, endsOn }, startsOn, endsOn: '2019-12-20', reason, authority, ...changes };
  return { type: 'CohortRescheduled', data };
}

/** Its initial session is prolonged by a week. */
export function sessionRescheduled(changes: Partial<SessionRescheduled['data']> = {}): SessionRescheduled {
  const { session, opensOn, closesOn } = sessionOpened(1).data;
  const reason = { code: 'organisation', text: null } as const;
  const data = { session, from: { opensOn, closesOn }, opensOn, closesOn: '2019-07-12', reason, authority, ...changes };
  return { type: 'SessionRescheduled', data };
}

/** The rules are replaced by their second version in March. */
export function rulesRepinned(changes: Partial<RulesRepinned['data']> = {}): RulesRepinned {
  const to = { id: 'reglement-28684', version: 2 };
  const reason = { code: 'law-changed', text: null } as const;
  return {
    type: 'RulesRepinned',
    data: { from: opened().data.rules, to, effectiveOn: '2019-03-15', reason, authority, ...changes },
  };
}

/** The fiche was misread: a second reading of it, with rules for that one. */
export function frameworkRepinned(changes: Partial<FrameworkRepinned['data']> = {}): FrameworkRepinned {
  const to = { number: 'RNCP28684', version: 2 };
  const rules = { id: 'reglement-28684', version: 2 };
  const reason = { code: 'source-misread', text: null } as const;
  return {
    type: 'FrameworkRepinned',
    data: { from: opened().data.framework, to, rules, effectiveOn: '2019-03-15', reason, authority, ...changes },
  };
}

export const COMMUNICATION_ID = '5f0f3c1e-2018-5000-8000-0000000000a1';

/** The rules are given to everybody on the first day. */
export function rulesCommunicated(changes: Partial<RulesCommunicated['data']> = {}): RulesCommunicated {
  return {
    type: 'RulesCommunicated',
    data: {
      communicationId: COMMUNICATION_ID,
      rules: opened().data.rules,
      channel: 'hand-delivery',
      communicatedOn: '2018-10-01',
      audience: 'whole-cohort',
      document: 'EMARG-2018-01',
      recipientCount: 0,
      ...changes,
    },
  };
}
