import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { COHORT_ID, cohortClosed, cohortRescheduled, opened } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { RescheduleCohort } from './reschedule-cohort.command.js';
import { rescheduleCohort } from './reschedule-cohort.decide.js';

type Command = SealedCommand<RescheduleCohort>;

const { given } = specification(cohortStream, rescheduleCohort);
const known = { framework: framework(), enteredOn: ['2018-10-01', '2019-01-07'] };
const rescheduling = (changes: Partial<Command> = {}) => {
  const { reason, authority, ...dates } = cohortRescheduled().data;
  const given = { reason: reason.code, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...dates, ...given, ...changes });
};

describe('moving the dates of a cohort', () => {
  it('says the dates of before and those of now, with reason and authority', () => {
    given(opened()).when(rescheduling(), known).then(cohortRescheduled());
  });

  it('starts from the dates that stand, not from the first', () => {
    const from = { startsOn: '2018-10-01', endsOn: '2019-12-20' };
    given(opened(), cohortRescheduled())
      .when(rescheduling({ from, endsOn: '2020-01-31' }), known)
      .then(cohortRescheduled({ from, endsOn: '2020-01-31' }));
    given(opened(), cohortRescheduled())
      .when(rescheduling({ endsOn: '2020-01-31' }), known)
      .thenRefuses('COHORT_CHANGED_MEANWHILE', '/from');
  });

  it('is refused of a cohort that does not exist, or that is closed', () => {
    given()
      .when(rescheduling(), { ...known, framework: undefined })
      .thenRefuses('COHORT_NOT_FOUND');
    given(opened(), cohortClosed()).when(rescheduling(), known).thenRefuses('COHORT_CLOSED');
  });

  it('is refused to the same dates', () => {
    given(opened())
      .when(rescheduling({ endsOn: '2019-09-30' }), known)
      .thenRefuses('COHORT_UNCHANGED', '/endsOn');
  });

  it('is refused when it would end before it starts', () => {
    given(opened())
      .when(rescheduling({ endsOn: '2018-09-30' }), known)
      .thenRefuses('DATES_REVERSED', '/endsOn');
  });

  it('is refused to a start outside the registration', () => {
    given(opened())
      .when(rescheduling({ startsOn: '2020-07-20', endsOn: '2020-12-20' }), known)
      .thenRefuses('FRAMEWORK_NOT_IN_EFFECT', '/startsOn');
  });

  it('is refused to an end before a candidate entered', () => {
    given(opened())
      .when(rescheduling({ endsOn: '2019-01-07' }), known)
      .facts();
    given(opened())
      .when(rescheduling({ endsOn: '2019-01-06' }), known)
      .thenRefuses('ENTERED_AFTER_COHORT', '/endsOn');
  });
});
