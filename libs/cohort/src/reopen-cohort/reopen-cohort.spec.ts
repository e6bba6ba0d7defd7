import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, cohortClosed, opened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { ReopenCohort } from './reopen-cohort.command.js';
import { reopenCohort } from './reopen-cohort.decide.js';

type Command = SealedCommand<ReopenCohort>;

const { given } = specification(cohortStream, reopenCohort);
const reopening = () =>
  commandWith<Command>({
    context: commandContext(),
    cohortId: COHORT_ID,
    reason: 'appeal-upheld',
    authority: { code: 'appeal-board', document: 'REC-2019-02' },
  });

describe('reopening a cohort', () => {
  it('lets sessions be opened again, with reason and authority', () => {
    const authority = { code: 'appeal-board', document: 'REC-2019-02' } as const;
    given(opened(), cohortClosed())
      .when(reopening())
      .then({ type: 'CohortReopened', data: { reason: { code: 'appeal-upheld', text: null }, authority } });
  });

  it('is refused of a cohort that is open, or that does not exist', () => {
    given(opened()).when(reopening()).thenRefuses('COHORT_NOT_CLOSED');
    given().when(reopening()).thenRefuses('COHORT_NOT_FOUND');
  });
});
