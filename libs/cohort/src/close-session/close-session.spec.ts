import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, opened, sessionClosed, sessionOpened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { CloseSession } from './close-session.command.js';
import { closeSession } from './close-session.decide.js';

type Command = SealedCommand<CloseSession>;

const { given } = specification(cohortStream, closeSession);
const closing = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...sessionClosed().data, ...changes });

describe('closing a session', () => {
  it('closes that one and no other', () => {
    given(opened(), sessionOpened(1)).when(closing()).then(sessionClosed());
    given(opened(), sessionOpened(1), sessionOpened(2), sessionClosed(2)).when(closing()).then(sessionClosed());
  });

  it('is refused in a cohort, or of a session, that does not exist', () => {
    given().when(closing()).thenRefuses('COHORT_NOT_FOUND');
    given(opened(), sessionOpened(1))
      .when(closing({ session: 2 }))
      .thenRefuses('SESSION_UNKNOWN', '/session');
  });

  it('is refused twice', () => {
    given(opened(), sessionOpened(1), sessionClosed())
      .when(closing())
      .thenRefuses('SESSION_ALREADY_CLOSED', '/session');
  });

  it('is refused on a day to come', () => {
    given(opened(), sessionOpened(1))
      .when(closing({ closedOn: '2019-07-01' }))
      .then(sessionClosed(1, '2019-07-01'));
    given(opened(), sessionOpened(1))
      .when(closing({ closedOn: '2019-07-02' }))
      .thenRefuses('DATE_IN_FUTURE', '/closedOn');
  });
});
