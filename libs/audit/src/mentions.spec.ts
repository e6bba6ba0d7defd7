import { logged, projected } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, corrected, enrolled } from '../../candidacy/src/candidacy.examples.js';
import {
  GROUP_WORK_ID,
  groupRolePlayAssessed,
  lineAssessed,
  MEMBERS,
} from '../../evaluation/src/groupwork.examples.js';
import { mentions } from './mentions.projection.js';

const own = [enrolled(), caseStudyAssessed(), corrected()].map((event, revision) =>
  logged(`candidacy-${CANDIDACY_ID}`, event, { revision, ordinal: 10 + revision }),
);
const group = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)].map((event, revision) =>
  logged(`groupwork-${GROUP_WORK_ID}`, event, { revision, ordinal: 20 + revision }),
);
const about = (story: typeof own, id: string): number[] =>
  [...projected(mentions, story).values()].filter((row) => row.about === id).map(({ ordinal }) => ordinal);

describe('what an event is about beside its own stream', () => {
  it('is, in a candidacy, the person enrolled and the evaluation', () => {
    expect(about(own, enrolled().data.personId)).toEqual([10]);
    expect(about(own, caseStudyAssessed().data.evaluationId)).toEqual([11, 12]);
    expect(about(own, CANDIDACY_ID)).toEqual([]);
  });

  it('is, elsewhere, each candidacy that it names', () => {
    expect(MEMBERS.map((member) => about(group, member))).toEqual([[21], [22]]);
    const [one, two] = MEMBERS;
    const decided = { type: 'ReattributionDecided', data: { candidacyIds: [one, two] } };
    const moved = { type: 'ReattributionMoveDecided', data: { fromCandidacyId: one, toCandidacyId: two } };
    const corrected = { type: 'SittingAttendanceCorrected', data: { from: { candidacyId: one }, candidacyId: two } };
    for (const event of [decided, moved, corrected])
      expect(
        [...projected(mentions, [logged('reattribution-x', event)]).values()].map((row) => row.about).sort(),
      ).toEqual([...MEMBERS].sort());
  });

  it('is nothing in a jury’s stream, which is secret, and is found in the order of the log', () => {
    expect(projected(mentions, [logged('jury-x', lineAssessed(1))]).size).toBe(0);
    const keys = [...projected(mentions, [...own, ...group]).keys()];
    const ofOne = keys.filter((key) => key.startsWith(caseStudyAssessed().data.evaluationId));
    expect(ofOne).toEqual(ofOne.toSorted());
  });
});
