import { logged, projected } from '@minutier/testing';

import { cohort, COHORT_ID, opened, sessionOpened } from '../cohort.examples.js';
import { cohortList } from './cohort-list.projection.js';

const stream = `cohort-${COHORT_ID}`;

describe('the list of cohorts', () => {
  it('shows each with its pins, its dates and its sessions', () => {
    const story = [opened(), sessionOpened(1), sessionOpened(2)].map((event) => logged(stream, event));
    expect(projected(cohortList, story)).toEqual(new Map([[COHORT_ID, cohort()]]));
  });

  it('is in the order of their codes', () => {
    expect(cohortList.indexed(cohort({ code: '360-2019-2020' }))).toEqual({ code: '360-2019-2020' });
  });

  it('shows no cohort that was not opened', () => {
    expect(projected(cohortList, [logged(stream, sessionOpened(1))]).size).toBe(0);
  });
});
