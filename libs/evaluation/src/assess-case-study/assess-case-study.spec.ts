import { candidacyStream, type Conduct } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import {
  absence,
  caseStudyAssessed,
  conduct,
  enrolled,
  exemption,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { caseStudy, frame, input, nothingHeld } from '../assessment.examples.js';
import { assessCaseStudy } from './assess-case-study.decide.js';

const { given } = specification(candidacyStream, assessCaseStudy);

describe('assessing a case study', () => {
  it('records the mark, who assessed, and on which subject', () => {
    given(enrolled()).when(caseStudy(), frame()).then(caseStudyAssessed());
  });

  it('keeps the candidate’s own subject and the appreciation sealed', () => {
    const [subject, appreciation] = [sealed('Le lancement d’une marque'), sealed('Bon travail')];
    const facts = { subjectCode: 'EC-2019-03', subject };
    given(enrolled())
      .when(caseStudy({ subject, appreciation }), frame())
      .then(caseStudyAssessed({ facts: facts as never, appreciation }));
  });

  it.each([
    ['an absence that is not justified', absence()],
    ['a justified absence', absence(true)],
    ['an exemption', exemption],
  ])('records %s without facts', (_what, outcome) => {
    given(enrolled()).when(nothingHeld(caseStudy(), outcome), frame()).then(caseStudyAssessed({ outcome }));
  });

  it('is refused without its subject, and with one where nothing was held', () => {
    const { facts: _facts, ...without } = caseStudy();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
    const { facts } = caseStudy();
    given(enrolled())
      .when({ ...nothingHeld(caseStudy(), absence()), facts: facts! }, frame())
      .thenRefuses('FACTS_UNEXPECTED', '/facts');
  });

  it('is refused on a line of another kind, such as « soutenance orale »', () => {
    given(enrolled())
      .when(caseStudy({ modality: 'F6-M3' }), frame())
      .thenRefuses('KIND_MISMATCH', '/modality');
  });
});

describe('the form of a case study', () => {
  const held = (modality: string, form: Partial<Conduct>) =>
    given(enrolled()).when(caseStudy({ modality, conduct: input(conduct(form)) }), frame());

  it('is written for « 1 étude de cas théorique, individuelle et écrite »', () => {
    held('F8-M1', { written: true, oral: false }).facts();
    held('F8-M1', { written: false, oral: false }).thenRefuses('FORM_MISMATCH', '/conduct/written');
    held('F8-M1', { written: true, oral: true }).thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });

  it('is written and oral for « 1 étude de cas pratique, individuelle, écrite avec exposé oral »', () => {
    held('F8-M2', { written: true, oral: true }).facts();
    held('F8-M2', { written: true, oral: false }).thenRefuses('FORM_MISMATCH', '/conduct/oral');
  });

  it('is written for both of « 2 études de cas théoriques et pratiques, individuelles et écrites » (A04)', () => {
    held('F4-M1', { written: true }).facts();
    held('F4-M1', { written: false }).thenRefuses('FORM_MISMATCH', '/conduct/written');
  });
});
