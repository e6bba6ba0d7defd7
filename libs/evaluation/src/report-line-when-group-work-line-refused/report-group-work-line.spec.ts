import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  groupWorkVoided,
  lineAssessed,
  lineReportedRefused,
  lineSettled,
  lineVoided,
  MEMBERS,
} from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import type { ReportGroupWorkLine } from './report-group-work-line.command.js';
import { reportGroupWorkLine } from './report-group-work-line.decide.js';
import { reportLineWhenGroupWorkLineRefused } from './report-line-when-group-work-line-refused.reactor.js';

const { given } = specification(groupWorkStream, reportGroupWorkLine);
const reporting = (line: number) => {
  const report = { groupWorkId: GROUP_WORK_ID, line, candidacyId: MEMBERS[0], refused: 'ROUTE_DOES_NOT_SIT' };
  return commandWith<ReportGroupWorkLine>({ context: commandContext(), ...report });
};
const standing = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)];

describe('a line that its candidacy refused', () => {
  it('is told to the group’s work', () => {
    const { react, name } = reportLineWhenGroupWorkLineRefused;
    const place = { groupWorkId: GROUP_WORK_ID, line: 1, modality: 'F1-M2', occurrence: 1, attempt: 1 };
    const refused = { type: 'GroupWorkLineRefused', data: { ...place, refused: 'ROUTE_DOES_NOT_SIT' } };
    const asked = react(logged(`candidacy-${MEMBERS[0]}`, refused));
    expect(name).toBe('report-line-when-group-work-line-refused');
    expect(asked.map(({ stream }) => stream)).toEqual([`groupwork-${GROUP_WORK_ID}`]);
    expect(asked[0]!.command(commandContext())).toEqual({ ...reporting(1) });
  });

  it('is reported there, where a person finds it', () => {
    given(...standing)
      .when(reporting(1))
      .then(lineReportedRefused(1, 'ROUTE_DOES_NOT_SIT'));
  });

  it('is reported once', () => {
    given(...standing, lineReportedRefused(1, 'ROUTE_DOES_NOT_SIT'))
      .when(reporting(1))
      .thenNothing();
  });

  it('is reported again where it was tried again in vain', () => {
    given(...standing, lineReportedRefused(1, 'SESSION_CLOSED'), lineSettled(1))
      .when(reporting(1))
      .then(lineReportedRefused(1, 'ROUTE_DOES_NOT_SIT'));
  });

  it('is nobody’s to settle once the whole work is voided', () => {
    given(...standing, groupWorkVoided(), lineVoided(1), lineVoided(2))
      .when(reporting(1))
      .thenNothing();
  });

  it('is not news to a group’s work that has no such line', () => {
    given(...standing)
      .when(reporting(3))
      .thenNothing();
    given().when(reporting(1)).thenNothing();
  });
});
