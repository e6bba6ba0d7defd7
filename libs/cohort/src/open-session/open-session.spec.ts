import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, opened, sessionOpened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { OpenSession } from './open-session.command.js';
import { openSession } from './open-session.decide.js';

const { given } = specification(cohortStream, openSession);
const opening = (session: number, changes: Partial<SealedCommand<OpenSession>> = {}) =>
  commandWith<SealedCommand<OpenSession>>({
    context: commandContext(),
    cohortId: COHORT_ID,
    ...sessionOpened(session).data,
    ...changes,
  });

describe('opening a session', () => {
  it('begins with the initial one', () => {
    given(opened()).when(opening(1)).then(sessionOpened(1));
  });

  it('goes on with sessions for re-sits', () => {
    given(opened(), sessionOpened(1)).when(opening(2)).then(sessionOpened(2));
  });

  it('is refused in a cohort that does not exist', () => {
    given().when(opening(1)).thenRefuses('COHORT_NOT_FOUND');
  });

  it('is refused in a cohort that is closed', () => {
    given(opened(), { type: 'CohortClosed', data: { closedOn: '2019-10-15' } })
      .when(opening(1))
      .thenRefuses('COHORT_CLOSED');
  });

  it('is refused out of order, or twice', () => {
    given(opened()).when(opening(2)).thenRefuses('SESSION_OUT_OF_ORDER', '/session');
    given(opened(), sessionOpened(1)).when(opening(1)).thenRefuses('SESSION_OUT_OF_ORDER', '/session');
  });

  it('is refused when a first session would be for re-sits, or a second one initial', () => {
    given(opened())
      .when(opening(1, { kind: 're-sit' }))
      .thenRefuses('SESSION_KIND_WRONG', '/kind');
    given(opened(), sessionOpened(1))
      .when(opening(2, { kind: 'initial' }))
      .thenRefuses('SESSION_KIND_WRONG', '/kind');
  });

  it('is refused when it would end before it starts', () => {
    given(opened())
      .when(opening(1, { closesOn: '2018-09-30' }))
      .thenRefuses('DATES_REVERSED', '/closesOn');
  });
});
