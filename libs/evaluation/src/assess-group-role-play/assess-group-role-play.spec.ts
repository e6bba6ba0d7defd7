import { specification } from '@minutier/testing';

import { absence, candidacy, conduct, enrolled, mark, sealed } from '../../../candidacy/src/candidacy.examples.js';
import { frame, input } from '../assessment.examples.js';
import { groupRolePlay, groupRolePlayAssessed, lineAssessed, member } from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import { assessGroupRolePlay } from './assess-group-role-play.decide.js';

const { given } = specification(groupWorkStream, assessGroupRolePlay);
type Changes = Parameters<typeof groupRolePlay>[0];
const assessing = (changes: Changes, within = frame()) => given().when(groupRolePlay(changes), within);
const individual = { code: 'individual-part', text: null } as const;

describe('assessing the role play of a group', () => {
  it('is accepted whole: the group’s result and a line for each member', () => {
    assessing({}).then(groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2));
  });

  it('gives a member another result with its reason, sealed under the member’s key', () => {
    const deviation = { code: 'individual-part', text: sealed('A porté la présentation') } as const;
    const members = [member(0), member(1, { outcome: input(mark('15')), deviation })];
    assessing({ members }).then(
      groupRolePlayAssessed(),
      lineAssessed(1),
      lineAssessed(2, { outcome: mark('15'), deviation }),
    );
  });

  it('notes the absence of a member, who needs no reason', () => {
    const members = [member(0), member(1, { outcome: input(absence()) })];
    assessing({ members }).then(groupRolePlayAssessed(), lineAssessed(1), lineAssessed(2, { outcome: absence() }));
  });

  it('takes a member who sits again, at that member’s own attempt and session', () => {
    const members = [member(0), member(1, { session: 2, attempt: 2, appreciation: sealed('En progrès') })];
    const second = lineAssessed(2, { session: 2, attempt: 2, appreciation: sealed('En progrès') });
    assessing({ members }).then(groupRolePlayAssessed(), lineAssessed(1), second);
  });

  it('may be chosen by the institution where the fiche does not say whose work it is (F5-M2)', () => {
    expect(assessing({ modality: 'F5-M2', occurrence: 2 }).facts()).toHaveLength(3);
  });

  it('is refused a second time', () => {
    given(groupRolePlayAssessed()).when(groupRolePlay(), frame()).thenRefuses('GROUP_WORK_ALREADY_RECORDED');
  });

  it('is refused in a cohort that does not exist', () => {
    assessing({}, frame({ cohort: { status: 'absent' } })).thenRefuses('COHORT_NOT_FOUND');
  });

  it('is refused on a line that the fiche has not, is of another kind, or is individual', () => {
    assessing({ modality: 'F1-M9' }).thenRefuses('MODALITY_UNKNOWN', '/modality');
    assessing({ modality: 'F2-M2' }).thenRefuses('KIND_MISMATCH', '/modality');
    const { framework } = frame();
    const blocks = framework.blocks.map((block) => ({
      ...block,
      functions: block.functions.map((one) => ({
        ...one,
        modalities: one.modalities.map((line) => ({ ...line, work: 'individual' as const })),
      })),
    }));
    assessing({}, frame({ framework: { ...framework, blocks } })).thenRefuses('GROUP_WORK_EXCLUDED', '/modality');
  });

  it('is refused outside a session, on a day to come, and beyond what the line counts', () => {
    assessing({ session: 4 }).thenRefuses('SESSION_UNKNOWN', '/session');
    assessing({ heldOn: '2018-09-01' }).thenRefuses('HELD_OUTSIDE_SESSION', '/heldOn');
    assessing({ heldOn: '2019-07-03' }).thenRefuses('HELD_IN_FUTURE', '/heldOn');
    assessing({ occurrence: 2 }).thenRefuses('OCCURRENCE_UNKNOWN', '/occurrence');
  });

  it('holds the group’s result to the scale, and to what its assessors gave', () => {
    assessing({ result: { scale: 'twenty', value: '13.4' } }).thenRefuses('MARK_OFF_STEP', '/result/value');
    const [assessor] = conduct().assessors;
    const assessors = [{ ...assessor!, result: { scale: 'twenty', value: '12' } }];
    const held = conduct({ written: false, oral: true, assessors });
    assessing({ conduct: input(held) }).thenRefuses('AGREED_MARK_WRONG', '/result/value');
  });

  it('says how it was held: « présentation orale »', () => {
    const { conduct: _conduct, ...without } = groupRolePlay();
    given().when(without, frame()).thenRefuses('CONDUCT_MISSING', '/conduct');
    assessing({ conduct: input(conduct()) }).thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });

  it('is refused with a member who is not a candidate for this certification', () => {
    const unknown = { status: 'absent' } as const;
    const elsewhere = candidacy(enrolled({ framework: { number: 'RNCP35419', version: 1 } }));
    for (const stranger of [unknown, elsewhere]) {
      const members = [member(0), member(1, { candidacy: stranger })];
      assessing({ members }).thenRefuses('MEMBER_UNKNOWN', '/members/1/candidacyId');
    }
  });

  it('is refused with a member named twice', () => {
    assessing({ members: [member(0), member(0)] }).thenRefuses('MEMBER_REPEATED', '/members/1/candidacyId');
  });

  it('is refused where a member’s result differs from the group’s without a reason', () => {
    const members = [member(0), member(1, { outcome: input(mark('15')) })];
    assessing({ members }).thenRefuses('DEVIATION_MISSING', '/members/1/deviation');
  });

  it('is refused where a reason is given and nothing differs', () => {
    const reasoned = [member(0), member(1, { deviation: individual })];
    assessing({ members: reasoned }).thenRefuses('DEVIATION_UNEXPECTED', '/members/1/deviation');
    const same = [member(0), member(1, { outcome: input(mark('13.50')), deviation: individual })];
    assessing({ members: same }).thenRefuses('DEVIATION_UNEXPECTED', '/members/1/deviation');
    const absent = [member(0), member(1, { outcome: input(absence()), deviation: individual })];
    assessing({ members: absent }).thenRefuses('DEVIATION_UNEXPECTED', '/members/1/deviation');
  });

  it('holds a member’s own result to the scale', () => {
    const members = [member(0), member(1, { outcome: input(mark('21')), deviation: individual })];
    assessing({ members }).thenRefuses('MARK_ABOVE_SCALE', '/members/1/outcome/result/value');
  });
});
