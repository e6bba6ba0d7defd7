import { logged, projected } from '@minutier/testing';

import { endingPeriods } from '../task-deadlines.js';
import { taskList } from './task-list.projection.js';

let ordinal = 0;
const event = (stream: string, type: string, data: object) =>
  logged(stream, { type, data }, { id: `e-${(ordinal += 1)}`, ordinal });
const waits = (...story: readonly ReturnType<typeof event>[]): string[] =>
  [...projected(taskList, story)].filter(([, row]) => row.waits).map(([key]) => key);

describe('what waits for a person', () => {
  const refused = (line: number) =>
    event('groupwork-g', 'GroupWorkLineReportedRefused', { line, refused: 'MARKS_FROZEN' });
  const settled = (line: number) => event('groupwork-g', 'GroupWorkLineSettled', { line, settlement: 'tried-again' });

  it('is a refused line until it is settled, and again where trying again was refused', () => {
    expect(waits(refused(1), refused(2), settled(1))).toEqual(['line groupwork-g 2']);
    expect(waits(refused(1), settled(1), refused(1))).toEqual(['line groupwork-g 1']);
  });

  it('is a leave that may go over, unless the candidate left meanwhile', () => {
    const leave = (expectedUntil: string | null) => event('candidacy-c', 'CandidacySuspended', { expectedUntil });
    const step = (type: string, data: object = {}) => event('candidacy-c', type, data);
    expect(waits(leave('2019-04-30'))).toEqual(['suspension candidacy-c']);
    expect(waits(leave(null))).toEqual([]);
    expect(waits(leave('2019-04-30'), step('CandidacyResumed'))).toEqual([]);
    expect(waits(leave('2019-04-30'), step('Withdrawn'))).toEqual([]);
    expect(waits(leave('2019-04-30'), step('Withdrawn'), step('WithdrawalRevoked'))).toEqual([
      'suspension candidacy-c',
    ]);
    expect(
      waits(leave('2019-04-30'), step('TransferredOut'), step('TransferSettled', { settlement: 'tried-again' })),
    ).toEqual([]);
    expect(
      waits(leave('2019-04-30'), step('TransferredOut'), step('TransferSettled', { settlement: 'resumed-here' })),
    ).toEqual(['suspension candidacy-c']);
    expect(waits(leave('2019-04-30'), step('Withdrawn'), step('Readmitted'))).toEqual([]);
  });

  it('is a jury for the validation file that is due first, until it decides', () => {
    const file = (juryDueBy: string | null) => event('candidacy-c', 'ValidationFileFiled', { juryDueBy });
    const rows = projected(taskList, [file('2019-06-20'), file('2019-05-20'), file(null)]);
    expect([...rows.values()].map(({ due }) => due)).toEqual(['2019-05-20']);
    expect(waits(file('2019-06-20'), event('candidacy-c', 'JuryDecided', {}))).toEqual([]);
  });

  it('is a blind mark until the evaluation that it begins is recorded', () => {
    const blind = (assessorId: string) =>
      event('candidacy-c', 'BlindMarkSubmitted', { evaluationId: 'v', assessorId, marksExpected: 2 });
    const recorded = (kind: string) =>
      event('candidacy-c', 'CaseStudyAssessed', { evaluationId: 'v', origin: { kind, id: 'v', line: 2 } });
    expect(waits(blind('a'), blind('b'))).toEqual(['blind v']);
    expect(waits(blind('a'), blind('b'), recorded('blind-marks'))).toEqual([]);
    expect(waits(blind('a'), recorded('mark-sheet'))).toEqual(['blind v']);
    const back = event('candidacy-c', 'BlindMarkWithdrawn', { evaluationId: 'v', assessorId: 'a' });
    expect(waits(blind('a'), back)).toEqual([]);
  });

  it('is an award that fell, and no more once it stands again', () => {
    const annulled = event('person-p', 'AwardAnnulled', { awardId: 'w' });
    const confirmed = event('person-p', 'AwardConfirmed', { awardId: 'w' });
    expect(waits(annulled)).toEqual(['award w']);
    expect(waits(annulled, confirmed)).toEqual([]);
    const carried = event('candidacy-c', 'BlockCarriedOver', {
      carryOverId: 'o',
      block: 'B',
      awards: [{ awardId: 'w' }, { awardId: 'x' }],
    });
    const rows = projected(taskList, [carried]);
    expect([...rows.keys()]).toEqual(['carry-over o', 'cites w o', 'cites x o']);
    expect(rows.get('cites x o')).toMatchObject({ award: 'x', carryOver: 'o', candidacyId: 'c', waits: false });
  });
});

describe('an entitlement that ends', () => {
  const period = (from: string, until: string | null, changes: object = {}) => ({
    habilitationId: from,
    number: 'RNCP28684',
    scope: ['evaluate'],
    from,
    until,
    ...changes,
  });
  const one = period('2018-09-01', '2019-08-31');

  it('is told ninety days before, to the last day', () => {
    const told = ['2019-06-01', '2019-06-02', '2019-08-31', '2019-09-01'].map(
      (today) => endingPeriods({ periods: [one] }, today).length,
    );
    expect(told).toEqual([0, 1, 1, 0]);
  });

  it('is not, where another of the same certification and scope goes on', () => {
    const next = period('2019-09-01', '2020-08-31');
    expect(endingPeriods({ periods: [one, next] }, '2019-08-01')).toEqual([]);
    for (const other of [{ number: 'RNCP35419' }, { scope: ['prepare'] }])
      expect(endingPeriods({ periods: [one, period('2019-09-01', null, other)] }, '2019-08-01')).toEqual([one]);
  });
});
