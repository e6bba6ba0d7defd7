import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { COHORT_ID, opened, sessionClosed, sessionOpened, sessionRescheduled } from '../cohort.examples.js';
import { cohortStream } from '../cohort.state.js';
import type { RescheduleSession } from './reschedule-session.command.js';
import { rescheduleSession } from './reschedule-session.decide.js';

type Command = SealedCommand<RescheduleSession>;

const { given } = specification(cohortStream, rescheduleSession);
const session = [opened(), sessionOpened(1)];
const heldOn = ['2019-01-15', '2018-11-20', '2019-06-18'];
const rescheduling = (changes: Partial<Command> = {}) => {
  const { reason, authority, ...dates } = sessionRescheduled().data;
  const given = { reason: reason.code, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), cohortId: COHORT_ID, ...dates, ...given, ...changes });
};

describe('moving the dates of a session', () => {
  it('says the dates of before and those of now, with reason and authority', () => {
    given(...session)
      .when(rescheduling(), heldOn)
      .then(sessionRescheduled());
  });

  it('is refused in a cohort, or of a session, that does not exist', () => {
    given().when(rescheduling(), []).thenRefuses('COHORT_NOT_FOUND');
    given(...session)
      .when(rescheduling({ session: 2 }), [])
      .thenRefuses('SESSION_UNKNOWN', '/session');
  });

  it('is refused of a session that is closed: reopen it first', () => {
    given(...session, sessionClosed())
      .when(rescheduling(), heldOn)
      .thenRefuses('SESSION_ALREADY_CLOSED', '/session');
  });

  it('is refused from dates that do not stand, and to those that do', () => {
    given(...session, sessionRescheduled())
      .when(rescheduling({ closesOn: '2019-07-19' }), heldOn)
      .thenRefuses('SESSION_CHANGED_MEANWHILE', '/from');
    given(...session)
      .when(rescheduling({ closesOn: '2019-07-04' }), heldOn)
      .thenRefuses('SESSION_UNCHANGED', '/closesOn');
  });

  it('is refused when it would end before it starts', () => {
    given(...session)
      .when(rescheduling({ closesOn: '2018-09-30' }), heldOn)
      .thenRefuses('DATES_REVERSED', '/closesOn');
  });

  it('is refused where an evaluation in force would fall outside', () => {
    given(...session)
      .when(rescheduling({ opensOn: '2018-11-20', closesOn: '2019-06-18' }), heldOn)
      .facts();
    given(...session)
      .when(rescheduling({ opensOn: '2018-11-21' }), heldOn)
      .thenRefuses('EVALUATION_OUTSIDE', '/opensOn');
    given(...session)
      .when(rescheduling({ closesOn: '2019-06-17' }), heldOn)
      .thenRefuses('EVALUATION_OUTSIDE', '/closesOn');
  });
});
