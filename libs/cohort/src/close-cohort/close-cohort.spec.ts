import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, cohortClosed, opened, sessionClosed, sessionOpened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { CloseCohort } from './close-cohort.command.js';
import { closeCohort } from './close-cohort.decide.js';

type Command = SealedCommand<CloseCohort>;

const { given } = specification(cohortStream, closeCohort);
const closing = (changes: Partial<Command> = {}) =>
  commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...cohortClosed().data, ...changes });

describe('closing a cohort', () => {
  it('follows the closing of its sessions', () => {
    given(opened(), sessionOpened(1), sessionClosed()).when(closing()).then(cohortClosed());
    given(opened()).when(closing()).then(cohortClosed());
  });

  it('is refused while one of them is open', () => {
    given(opened(), sessionOpened(1), sessionOpened(2), sessionClosed(1))
      .when(closing())
      .thenRefuses('SESSION_STILL_OPEN');
  });

  it('is refused twice, and of a cohort that does not exist', () => {
    given(opened(), cohortClosed()).when(closing()).thenRefuses('COHORT_ALREADY_CLOSED');
    given().when(closing()).thenRefuses('COHORT_NOT_FOUND');
  });

  it('is refused on a day to come', () => {
    given(opened())
      .when(closing({ closedOn: '2019-07-02' }))
      .thenRefuses('DATE_IN_FUTURE', '/closedOn');
  });
});
