import { specification } from '@minutier/testing';

import { conduct, mark, sealed, TUTOR } from '../../../candidacy/src/candidacy.examples.js';
import { frame, input } from '../assessment.examples.js';
import {
  groupRolePlayAssessed,
  groupTutoredProject,
  groupTutoredProjectAssessed,
  lineAssessed,
  member,
} from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import { assessGroupTutoredProject } from './assess-group-tutored-project.decide.js';

const { given } = specification(groupWorkStream, assessGroupTutoredProject);
type Changes = Parameters<typeof groupTutoredProject>[0];
const assessing = (changes: Changes, within = frame()) => given().when(groupTutoredProject(changes), within);

describe('assessing « 1 projet de groupe tutoré en cours et présentation orale »', () => {
  it('is accepted whole: project, tutors, the group’s result and a line for each member', () => {
    assessing({}).then(groupTutoredProjectAssessed(), lineAssessed(1), lineAssessed(2));
  });

  it('gives a member another result with its reason, and notes what was granted to that member', () => {
    const deviation = { code: 'individual-part', text: sealed('A conduit le projet') } as const;
    const accommodationIds = ['5f0f3c1e-0000-5000-8000-0000000000aa'];
    const members = [member(0), member(1, { outcome: input(mark('16')), deviation, accommodationIds })];
    assessing({ members }).then(
      groupTutoredProjectAssessed(),
      lineAssessed(1),
      lineAssessed(2, { outcome: mark('16'), deviation, accommodationIds }),
    );
  });

  it('is refused under a tutor whom the vault does not know', () => {
    assessing({}, frame({ unknown: new Set([TUTOR]) })).thenRefuses('TUTOR_UNKNOWN', '/facts/tutors/0');
  });

  it('is refused on the individual project, and on a line of another kind', () => {
    assessing({ modality: 'F2-M1' }).thenRefuses('GROUP_WORK_EXCLUDED', '/modality');
    assessing({ modality: 'F1-M2' }).thenRefuses('KIND_MISMATCH', '/modality');
  });

  it('is refused without an oral', () => {
    assessing({ conduct: input(conduct({ oral: false })) }).thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });

  it('is refused where a member’s result differs without a reason', () => {
    const members = [member(0), member(1, { outcome: input(mark('16')) })];
    assessing({ members }).thenRefuses('DEVIATION_MISSING', '/members/1/deviation');
  });

  it('is refused where a group’s work stands already', () => {
    given(groupRolePlayAssessed()).when(groupTutoredProject(), frame()).thenRefuses('GROUP_WORK_ALREADY_RECORDED');
  });
});
