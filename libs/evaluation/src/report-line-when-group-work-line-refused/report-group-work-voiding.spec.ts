import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  groupWorkVoided,
  lineAssessed,
  lineSettled,
  lineVoided,
  MEMBERS,
  voidingReportedRefused,
} from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import type { ReportGroupWorkVoiding } from './report-group-work-voiding.command.js';
import { reportGroupWorkVoiding } from './report-group-work-voiding.decide.js';
import { reportLineWhenGroupWorkLineRefused } from './report-line-when-group-work-line-refused.reactor.js';

const { given } = specification(groupWorkStream, reportGroupWorkVoiding);
const reporting = commandWith<ReportGroupWorkVoiding>({
  context: commandContext(),
  groupWorkId: GROUP_WORK_ID,
  line: 1,
  candidacyId: MEMBERS[0],
  refused: 'MARKS_FROZEN',
});
const standing = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)];
const voided = [...standing, groupWorkVoided(), lineVoided(1), lineVoided(2)];
const refused = (kind: 'group-work' | 'mark-sheet') =>
  logged(`candidacy-${MEMBERS[0]}`, {
    type: 'VoidingRefused',
    data: { origin: { kind, id: GROUP_WORK_ID, line: 1 }, refused: 'MARKS_FROZEN' },
  });

describe('a voiding that a candidacy refused', () => {
  it('is told to the group’s work, where it is one', () => {
    const { react, reads } = reportLineWhenGroupWorkLineRefused;
    expect(reads).toEqual(['GroupWorkLineRefused', 'VoidingRefused']);
    const asked = react(refused('group-work'));
    expect(asked.map(({ stream }) => stream)).toEqual([`groupwork-${GROUP_WORK_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...reporting });
    expect(react(refused('mark-sheet'))).toEqual([]);
  });

  it('is reported there once', () => {
    const report = voidingReportedRefused(1, 'MARKS_FROZEN');
    given(...voided)
      .when(reporting)
      .then(report);
    given(...voided, report)
      .when(reporting)
      .thenNothing();
  });

  it('is reported again where it was tried again in vain', () => {
    given(...voided, voidingReportedRefused(1, 'MARKS_FROZEN'), lineSettled(1))
      .when(reporting)
      .then(voidingReportedRefused(1, 'MARKS_FROZEN'));
  });

  it('is not news to a group’s work that was not voided', () => {
    given(...standing)
      .when(reporting)
      .thenNothing();
    given().when(reporting).thenNothing();
  });
});
