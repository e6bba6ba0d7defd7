import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, cohortClosed, opened, sessionClosed, sessionOpened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { ReopenSession } from './reopen-session.command.js';
import { reopenSession } from './reopen-session.decide.js';

type Command = SealedCommand<ReopenSession>;

const { given } = specification(cohortStream, reopenSession);
const closed = [opened(), sessionOpened(1), sessionClosed()];
const reopening = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    cohortId: COHORT_ID,
    session: 1,
    reason: 'late-mark',
    authority: { code: 'examination-office', document: 'NOTE-31' },
    ...changes,
  });

describe('reopening a session', () => {
  it('lets evaluations in again, with reason and authority', () => {
    const authority = { code: 'examination-office', document: 'NOTE-31' } as const;
    const data = { session: 1, reason: { code: 'late-mark', text: null }, authority } as const;
    given(...closed)
      .when(reopening())
      .then({ type: 'SessionReopened', data });
  });

  it('is refused in a cohort, or of a session, that does not exist', () => {
    given().when(reopening()).thenRefuses('COHORT_NOT_FOUND');
    given(...closed)
      .when(reopening({ session: 2 }))
      .thenRefuses('SESSION_UNKNOWN', '/session');
  });

  it('is refused of a session that is open', () => {
    given(opened(), sessionOpened(1)).when(reopening()).thenRefuses('SESSION_NOT_CLOSED', '/session');
  });

  it('is refused in a cohort that is closed: reopen that first', () => {
    given(...closed, cohortClosed())
      .when(reopening())
      .thenRefuses('COHORT_CLOSED');
  });
});
