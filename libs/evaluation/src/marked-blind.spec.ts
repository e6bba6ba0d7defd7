import { type CandidacyEvent, candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import {
  absence,
  ASSESSOR,
  candidacy,
  companyAssessed,
  enrolled,
  mark,
  PRESIDENT,
  sealed,
} from '../../candidacy/src/candidacy.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { assessRolePlay } from './assess-role-play/assess-role-play.decide.js';
import { caseStudy, frame, frameOfLevels, nothingHeld, rolePlay } from './assessment.examples.js';
import { alone, type BlindMarkCommand, opened, ruled, submitted, submitting } from './blind.examples.js';
import { submitBlindMark } from './submit-blind-mark/submit-blind-mark.decide.js';

const { given } = specification(candidacyStream, submitBlindMark);

describe('a report marked blind', () => {
  const place = { modality: 'F6-M2', heldOn: '2019-06-10', facts: { filedOn: '2019-06-03' } };
  const company = companyAssessed().data.evaluationId;
  const report = (changes: Partial<BlindMarkCommand>, ...facts: readonly CandidacyEvent[]) =>
    given(enrolled(), ...facts).when(submitting(ASSESSOR, { ...place, ...changes }), ruled(), alone('14'));

  it('is recorded with its title, its day and the company assessment that it goes with', () => {
    const facts = { filedOn: '2019-06-03', companyEvaluationId: company };
    const first = report({ facts, reportTitle: sealed('Plan') }, companyAssessed()).facts();
    const [, assessed] = given(enrolled(), companyAssessed(), ...first)
      .when(
        submitting(PRESIDENT, { ...place, facts, reportTitle: sealed('Plan') }),
        ruled(),
        opened('15', { [ASSESSOR]: '14' }),
      )
      .facts();
    expect(assessed).toMatchObject({
      type: 'ProfessionalReportAssessed',
      data: { outcome: mark('14.5'), facts: { ...facts, reportTitle: sealed('Plan') } },
    });
  });

  it('was handed in before it was assessed, with a company assessment of this file', () => {
    report({ facts: { filedOn: '2019-06-11' } }).thenRefuses('FILED_AFTER_HELD', '/facts/filedOn');
    report({ facts: { filedOn: '2019-06-03', companyEvaluationId: company } }).thenRefuses(
      'EVALUATION_NOT_FOUND',
      '/facts/companyEvaluationId',
    );
    report({ facts: {} }).thenRefuses('FACTS_MISSING', '/facts/filedOn');
    report({ facts: { filedOn: '2019-06-03', subjectCode: 'EC-1' } }).thenRefuses('FACTS_UNEXPECTED', '/facts');
  });
});

describe('a line that the rules have marked blind', () => {
  it('takes no mark otherwise', () => {
    expect(assessCaseStudy(caseStudy(), candidacy(), ruled())).toMatchObject({ refused: 'BLIND_MARKS_INCOMPLETE' });
    expect(assessCaseStudy(caseStudy(), candidacy(enrolled(), submitted(ASSESSOR)), frame())).toMatchObject({
      refused: 'BLIND_MARKS_INCOMPLETE',
    });
  });

  it('takes an absence as any other line does: nobody marks it', () => {
    const absent = nothingHeld(caseStudy(), absence(true));
    expect(assessCaseStudy(absent, candidacy(), ruled())).toMatchObject([{ type: 'CaseStudyAssessed' }]);
  });

  it('is one of written work, on marks that can be added: the rule has no effect on others', () => {
    const spoken = ruled({ assessorsMin: 1 });
    expect(assessRolePlay(rolePlay(), candidacy(), spoken)).toMatchObject([{ type: 'RolePlayAssessed' }]);
    given(enrolled())
      .when(submitting(ASSESSOR, { modality: 'F5-M2' }), ruled(), alone('14'))
      .thenRefuses('KIND_MISMATCH', '/modality');
    given(enrolled())
      .when(submitting(ASSESSOR), ruled({}, frameOfLevels('F8-M1')), alone('14'))
      .thenRefuses('AGREEMENT_MISMATCH', '/modality');
  });
});
