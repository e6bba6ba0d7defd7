import { logged, projected } from '@minutier/testing';

import { mark, rolePlayAssessed } from '../../../candidacy/src/candidacy.examples.js';
import {
  GROUP_WORK_ID,
  groupExercisesAssessed,
  groupRolePlayAssessed,
  groupTutoredProjectAssessed,
  groupWorkVoided,
  lineAssessed,
  lineReportedRefused,
  lineSettled,
  lineVoided,
  MEMBERS,
  voidingReportedRefused,
} from '../groupwork.examples.js';
import { exercisesAssessed, tutoredProjectAssessed } from '../kinds.examples.js';
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

const ourOwn = (...events: Parameters<typeof logged>[1][]) => events.map((event) => logged(ours, event));
const fileOf = (line: 1 | 2, type: string, data: object) =>
  logged(`candidacy-${MEMBERS[line - 1]}`, { type, data: { origin: { ...origin, line }, ...data } });
const voiding = ourOwn(groupWorkVoided(), lineVoided(1), lineVoided(2));
const { evaluationId } = taken.data as { evaluationId: string };

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

describe('what becomes of a line', () => {
  const first = (...story: Parameters<typeof projected>[1]) => standings(...accepted, ...story)[0];
  const second = (...story: Parameters<typeof projected>[1]) => standings(...accepted, ...story)[1];
  const waiting = [refused, reported];

  it('is told for every kind, with the id of the mark', () => {
    const [project, exercises] = [tutoredProjectAssessed({ origin }), exercisesAssessed({ origin })];
    const [role] = projected(groupWorks, [...accepted, taken]).get(GROUP_WORK_ID)!.lines;
    expect(role).toMatchObject({ standing: 'recorded', evaluationId });
    for (const [of, header, event] of [
      ['tutored-project', groupTutoredProjectAssessed(), project],
      ['exercises', groupExercisesAssessed(), exercises],
    ] as const) {
      const story = [...ourOwn(header, lineAssessed(1)), logged(`candidacy-${MEMBERS[0]}`, event)];
      const { kind, lines } = projected(groupWorks, story).get(GROUP_WORK_ID)!;
      expect(kind).toBe(of);
      expect(lines).toMatchObject([{ standing: 'recorded', evaluationId: event.data.evaluationId }]);
    }
  });

  it('is settled once a person has said so, whatever the file adds', () => {
    const dropped = logged(ours, lineSettled(2, { settlement: 'dropped' }));
    const told = fileOf(2, 'RefusalSettled', { settlement: 'dropped' });
    expect(second(...waiting, dropped)).toEqual(['settled', 'ROUTE_DOES_NOT_SIT']);
    expect(second(...waiting, dropped, told)).toEqual(['settled', 'ROUTE_DOES_NOT_SIT']);
  });

  it('is on its way again when it is tried again, then whatever its file answers', () => {
    const again = [...waiting, logged(ours, lineSettled(2))];
    expect(second(...again)).toEqual(['pending', null]);
    expect(second(...again, fileOf(2, 'RolePlayAssessed', { evaluationId }))).toEqual(['recorded', null]);
    expect(second(...again, refused)).toEqual(['refused', 'ROUTE_DOES_NOT_SIT']);
  });

  it('is voided once its file has voided it', () => {
    const voided = fileOf(1, 'EvaluationVoided', { evaluationId, from: mark('13.5') });
    expect(first(taken, ...voiding)).toEqual(['pending', null]);
    expect(first(taken, ...voiding, voided)).toEqual(['voided', null]);
    // The person may be faster than the reaction that records the line.
    expect(first(...voiding, taken, voided)).toEqual(['voided', null]);
  });

  it('is refused where its file could not void it, until a person settles that', () => {
    const couldNot = fileOf(1, 'VoidingRefused', { refused: 'MARKS_FROZEN' });
    const report = logged(ours, voidingReportedRefused(1, 'MARKS_FROZEN'));
    expect(first(taken, ...voiding, couldNot, report)).toEqual(['refused', 'MARKS_FROZEN']);
    const [line] = projected(groupWorks, [...accepted, taken, ...voiding, couldNot]).get(GROUP_WORK_ID)!.lines;
    expect(line).toMatchObject({ toBeVoided: true, evaluationId });
    const again = [taken, ...voiding, couldNot, report, logged(ours, lineSettled(1))];
    expect(first(...again)).toEqual(['pending', null]);
    expect(first(...again, fileOf(1, 'EvaluationVoided', { evaluationId }))).toEqual(['voided', null]);
  });

  it('is voided with the whole where it never stood', () => {
    const settled = fileOf(2, 'RefusalSettled', { settlement: 'dropped' });
    expect(second(...waiting, ...voiding)).toEqual(['pending', null]);
    expect(second(...waiting, ...voiding, settled)).toEqual(['voided', null]);
  });

  it('stays settled where a person had dropped it before the whole was voided', () => {
    const dropped = logged(ours, lineSettled(2, { settlement: 'dropped' }));
    expect(second(...waiting, dropped, ...voiding)).toEqual(['settled', null]);
  });

  it('is told by no event that is about a sheet or about one candidate’s own mark', () => {
    const sheet = { origin: { kind: 'mark-sheet', id: GROUP_WORK_ID, line: 1 }, refused: 'MARKS_FROZEN' };
    const others = ['VoidingRefused', 'EvaluationVoided', 'RefusalSettled'].map((type) =>
      logged(`candidacy-${MEMBERS[0]}`, { type, data: sheet }),
    );
    const alone = logged(`candidacy-${MEMBERS[0]}`, { type: 'EvaluationVoided', data: { evaluationId, origin: null } });
    expect(first(taken, ...others, alone)).toEqual(['recorded', null]);
  });

  it('leaves the reason and the authority of a voiding to be read', () => {
    const { voided } = projected(groupWorks, [...accepted, ...voiding]).get(GROUP_WORK_ID)!;
    expect(voided).toMatchObject({ reason: { code: 'recorded-in-error' }, authority: { document: 'NOTE-12' } });
  });
});
