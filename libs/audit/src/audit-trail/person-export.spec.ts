import { logged, projected } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { GROUP_WORK_ID, groupRolePlayAssessed, lineAssessed } from '../../../evaluation/src/groupwork.examples.js';
import { candidacyMentions } from './candidacy-mentions.projection.js';
import { personCandidacies } from './person-candidacies.projection.js';

describe('what is exported of a person', () => {
  it('begins with the candidacies, found by the person', () => {
    const { candidacyId, personId, cohortId } = enrolled().data;
    const rows = projected(personCandidacies, [logged(`candidacy-${CANDIDACY_ID}`, enrolled())]);
    expect(rows).toEqual(new Map([[CANDIDACY_ID, { candidacyId, personId, cohortId }]]));
    expect(personCandidacies.indexed(rows.get(CANDIDACY_ID)!)).toEqual({ personId });
  });

  it('holds what a group’s work says of one candidacy, and neither its header nor the others', () => {
    const story = [groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2)].map((event, ordinal) =>
      logged(`groupwork-${GROUP_WORK_ID}`, event, { ordinal }),
    );
    const own = { candidacyId: lineAssessed(1).data.candidacyId, auditKey: '0000000000000001' };
    const rows = projected(candidacyMentions, story);
    expect(rows.size).toBe(2);
    expect(rows.get('0000000000000001')).toEqual(own);
  });

  it('leaves out a candidacy’s own stream, which is told whole, and a jury’s, which is secret', () => {
    const line = lineAssessed(1);
    const story = [logged(`candidacy-${CANDIDACY_ID}`, enrolled()), logged('jury-5f0f3c1e', line)];
    expect(projected(candidacyMentions, story).size).toBe(0);
  });
});
