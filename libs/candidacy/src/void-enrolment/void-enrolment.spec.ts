import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, candidacy, caseStudyAssessed, enrolled, mark, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { OFFICE, voided, withdrawn } from '../enrolment.examples.js';
import type { EvaluationVoided } from '../marks.events.js';
import type { VoidEnrolment } from './void-enrolment.command.js';
import { voidEnrolment } from './void-enrolment.decide.js';

const { given } = specification(candidacyStream, voidEnrolment);
const voiding = (changes: Partial<SealedCommand<VoidEnrolment>> = {}) =>
  commandWith<SealedCommand<VoidEnrolment>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    reason: 'wrong-cohort',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });
const evaluationVoided: EvaluationVoided = {
  type: 'EvaluationVoided',
  data: {
    evaluationId: caseStudyAssessed().data.evaluationId,
    from: mark('14.5'),
    origin: null,
    sanctionId: null,
    reason: { code: 'wrong-facts', text: null },
    authority: OFFICE,
  },
};

describe('voiding an enrolment', () => {
  it('takes back what should never have been, with reason and authority', () => {
    given(enrolled()).when(voiding()).then(voided());
    const explanation = sealed('Inscrite dans la promotion de Lyon');
    const [fact] = given(enrolled())
      .when(voiding({ reason: 'never-came', explanation }))
      .facts();
    expect(fact!.data).toEqual({ reason: { code: 'never-came', text: explanation }, authority: OFFICE });
  });

  it('is possible after a withdrawal too', () => {
    given(enrolled(), withdrawn()).when(voiding()).then(voided());
  });

  it('leaves nobody enrolled, and remembers which places were ever filled', () => {
    const after = candidacy(enrolled(), caseStudyAssessed(), evaluationVoided, voided());
    expect(after).toEqual({ status: 'absent', entries: new Map([['F8-M1 1 1', 1]]) });
    const again = [enrolled(), caseStudyAssessed(), evaluationVoided, voided(), enrolled({ route: 'FC' })];
    expect(candidacy(...again)).toMatchObject({
      status: 'enrolled',
      route: 'FC',
      entries: new Map([['F8-M1 1 1', 1]]),
    });
  });

  it('is refused while evaluations are in force, and no longer once they are voided', () => {
    given(enrolled(), caseStudyAssessed()).when(voiding()).thenRefuses('EVALUATIONS_STAND');
    given(enrolled(), caseStudyAssessed(), evaluationVoided).when(voiding()).then(voided());
  });

  it('is refused where nobody is enrolled, or no longer is', () => {
    given().when(voiding()).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled(), voided()).when(voiding()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
