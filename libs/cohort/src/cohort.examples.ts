import type { CohortOpened, SessionOpened } from './cohort.events.js';
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
