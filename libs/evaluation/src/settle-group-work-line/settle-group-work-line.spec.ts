import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { sealed } from '../../../candidacy/src/candidacy.examples.js';
import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  groupWorkVoided,
  lineAssessed,
  lineReportedRefused,
  lineSettled,
  lineVoided,
  voidingReportedRefused,
} from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import type { SettleGroupWorkLine } from './settle-group-work-line.command.js';
import { settleGroupWorkLine } from './settle-group-work-line.decide.js';

const { given } = specification(groupWorkStream, settleGroupWorkLine);
type Command = SealedCommand<SettleGroupWorkLine>;
const settling = (changes: Partial<Command> = {}): Command =>
  commandWith<Command>({
    context: commandContext(),
    groupWorkId: GROUP_WORK_ID,
    line: 2,
    settlement: 'tried-again',
    reason: 'cause-removed',
    explanation: null,
    authority: { code: 'examination-office', document: 'NOTE-12' },
    ...changes,
  });
const standing = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)];
const refused = [...standing, lineReportedRefused(2, 'SESSION_CLOSED')];

describe('settling a line that a member’s file refused', () => {
  it('has it tried again', () => {
    given(...refused)
      .when(settling())
      .then(lineSettled(2));
  });

  it('says where it was recorded otherwise, and why, sealed', () => {
    const text = sealed('Saisi à la main le 12');
    const eventId = '5f0f3c1e-0000-5000-8000-0000000000e7';
    const reason = { code: 'already-recorded', text } as const;
    given(...refused)
      .when(settling({ settlement: 'recorded-otherwise', eventId, reason: 'already-recorded', explanation: text }))
      .then(lineSettled(2, { settlement: 'recorded-otherwise', eventId, reason }));
  });

  it('drops it', () => {
    given(...refused)
      .when(settling({ settlement: 'dropped', reason: 'not-a-member' }))
      .then(lineSettled(2, { settlement: 'dropped', reason: { code: 'not-a-member', text: null } }));
  });

  it('is done again where what was tried again was refused again', () => {
    given(...refused, lineSettled(2), lineReportedRefused(2, 'MARKS_FROZEN'))
      .when(settling({ settlement: 'dropped' }))
      .then(lineSettled(2, { settlement: 'dropped' }));
  });

  it('is done of a refused voiding as of a refused line', () => {
    const voided = [groupWorkVoided(), lineVoided(1), lineVoided(2), voidingReportedRefused(2, 'MARKS_FROZEN')];
    given(...standing, ...voided)
      .when(settling())
      .then(lineSettled(2));
  });

  it('is refused of a line that the work has not', () => {
    given(...refused)
      .when(settling({ line: 3 }))
      .thenRefuses('LINE_UNKNOWN', '/line');
    given().when(settling()).thenRefuses('LINE_UNKNOWN', '/line');
  });

  it('is refused where no refusal is reported', () => {
    given(...refused)
      .when(settling({ line: 1 }))
      .thenRefuses('LINE_NOT_REFUSED', '/line');
    // Once the whole work is voided its file answers to that.
    given(...refused, groupWorkVoided(), lineVoided(1), lineVoided(2))
      .when(settling())
      .thenRefuses('LINE_NOT_REFUSED', '/line');
  });

  it.each(['tried-again', 'recorded-otherwise', 'dropped'] as const)(
    'is refused where it was %s already',
    (settlement) => {
      given(...refused, lineSettled(2, { settlement }))
        .when(settling())
        .thenRefuses('LINE_ALREADY_SETTLED', '/line');
    },
  );
});
