import { logged, projected } from '@minutier/testing';

import { rolePlayAssessed } from '../../../candidacy/src/candidacy.examples.js';
import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  lineAssessed,
  lineReportedRefused,
  MEMBERS,
} from '../groupwork.examples.js';
import { groupWorks } from './group-work.projection.js';

const ours = `groupwork-${GROUP_WORK_ID}`;
const accepted = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)].map((event) => logged(ours, event));
const origin = { kind: 'group-work', id: GROUP_WORK_ID, line: 1 } as const;
const taken = logged(`candidacy-${MEMBERS[0]}`, rolePlayAssessed({ modality: 'F1-M2', origin }));
const refused = logged(`candidacy-${MEMBERS[1]}`, {
  type: 'GroupWorkLineRefused',
  data: {
    groupWorkId: GROUP_WORK_ID,
    line: 2,
    modality: 'F1-M2',
    occurrence: 1,
    attempt: 1,
    refused: 'ROUTE_DOES_NOT_SIT',
  },
});
const reported = logged(ours, lineReportedRefused(2, 'ROUTE_DOES_NOT_SIT'));
const standings = (...story: Parameters<typeof projected>[1]) =>
  projected(groupWorks, story)
    .get(GROUP_WORK_ID)!
    .lines.map(({ standing, refused: why }) => [standing, why]);

describe('the works of groups', () => {
  it('show every line as on its way, until its member’s file has answered', () => {
    expect(standings(...accepted)).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
  });

  it('show which lines stand in the members’ files, and which were refused there', () => {
    const both = [
      ['recorded', null],
      ['refused', 'ROUTE_DOES_NOT_SIT'],
    ];
    expect(standings(...accepted, taken, refused)).toEqual(both);
    expect(standings(...accepted, taken, refused, reported)).toEqual(both);
  });

  it('are found by their cohort', () => {
    const row = projected(groupWorks, accepted).get(GROUP_WORK_ID)!;
    expect(groupWorks.indexed(row)).toEqual({ cohortId: groupRolePlayAssessed().data.cohortId });
  });

  it('leave role plays of single candidates alone', () => {
    expect(projected(groupWorks, [logged(`candidacy-${MEMBERS[0]}`, rolePlayAssessed())]).size).toBe(0);
  });

  it('set aside with a group’s work whatever its members’ files say of it', () => {
    expect([...accepted, taken, refused].map((event) => groupWorks.partitionOf(event))).toEqual(
      Array<string>(5).fill(GROUP_WORK_ID),
    );
  });
});
