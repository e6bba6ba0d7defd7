import { logged, projected } from '@minutier/testing';

import type { CohortEvent } from '../cohort.events.js';
import {
  cohort,
  COHORT_ID,
  cohortRescheduled,
  frameworkRepinned,
  opened,
  rulesRepinned,
  sessionClosed,
  sessionOpened,
} from '../cohort.examples.js';
import { cohortList } from './cohort-list.projection.js';

const stream = `cohort-${COHORT_ID}`;
const { framework, rules, startsOn: effectiveOn } = opened().data;
const first = { framework, rules, effectiveOn, reason: null, authority: null };
const listed = (...facts: readonly CohortEvent[]) =>
  projected(
    cohortList,
    facts.map((event) => logged(stream, event)),
  ).get(COHORT_ID);

describe('the list of cohorts', () => {
  it('shows each with its pins, its dates and its sessions', () => {
    expect(listed(opened(), sessionOpened(1), sessionOpened(2))).toEqual({ ...cohort(), pins: [first] });
  });

  it('shows when a session was closed, and dates that moved', () => {
    expect(listed(opened(), sessionOpened(1), sessionOpened(2), sessionClosed(1), cohortRescheduled())).toMatchObject({
      endsOn: '2019-12-20',
      closedOn: null,
      sessions: [
        { session: 1, closedOn: '2019-06-28' },
        { session: 2, closedOn: null },
      ],
    });
  });

  it('shows everything that a cohort was ever pinned to, from when, why and on whose authority', () => {
    const again = frameworkRepinned({ rules: { id: 'reglement-28684', version: 3 }, effectiveOn: '2019-04-01' });
    const { authority } = again.data;
    expect(listed(opened(), rulesRepinned(), again)).toMatchObject({
      framework: { version: 2 },
      rules: { version: 3 },
      pins: [
        first,
        { framework, rules: { version: 2 }, effectiveOn: '2019-03-15', reason: 'law-changed', authority },
        {
          framework: { version: 2 },
          rules: { version: 3 },
          effectiveOn: '2019-04-01',
          reason: 'source-misread',
          authority,
        },
      ],
    });
  });

  it('is in the order of their codes', () => {
    expect(cohortList.indexed({ ...cohort({ code: '360-2019-2020' }), pins: [] })).toEqual({ code: '360-2019-2020' });
  });

  it('shows no cohort that was not opened', () => {
    expect(listed(sessionOpened(1))).toBeUndefined();
  });
});
