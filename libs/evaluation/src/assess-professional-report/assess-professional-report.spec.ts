import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import {
  absence,
  caseStudyAssessed,
  companyAssessed,
  enrolled,
  sealed,
} from '../../../candidacy/src/candidacy.examples.js';
import { frame, nothingHeld } from '../assessment.examples.js';
import { professionalReport, professionalReportAssessed } from '../kinds.examples.js';
import { assessProfessionalReport } from './assess-professional-report.decide.js';

const { given } = specification(candidacyStream, assessProfessionalReport);
const COMPANY = companyAssessed().data.evaluationId;

describe('assessing « 1 rapport professionnel (lié au stage ou au contrat de professionnalisation) »', () => {
  it('records when it was handed in, and its title sealed', () => {
    const reportTitle = sealed('Un an à l’agence Exemple');
    const facts = { ...professionalReportAssessed().data.facts!, reportTitle };
    given(enrolled())
      .when(professionalReport({ reportTitle }), frame())
      .then(professionalReportAssessed({ facts: facts as never }));
  });

  it('names the company assessment that it goes with', () => {
    const facts = { ...professionalReportAssessed().data.facts!, companyEvaluationId: COMPANY };
    given(enrolled(), companyAssessed())
      .when(professionalReport({ facts: { filedOn: '2019-06-07', companyEvaluationId: COMPANY } }), frame())
      .then(professionalReportAssessed({ facts: facts as never }));
  });

  it('may be handed in on the very day', () => {
    given(enrolled())
      .when(professionalReport({ facts: { filedOn: '2019-06-14' } }), frame())
      .facts();
  });

  it('records an absence without facts', () => {
    given(enrolled())
      .when(nothingHeld(professionalReport(), absence()), frame())
      .then(professionalReportAssessed({ outcome: absence() }));
  });

  it('is refused when it would be handed in after it was assessed', () => {
    given(enrolled())
      .when(professionalReport({ facts: { filedOn: '2019-06-15' } }), frame())
      .thenRefuses('FILED_AFTER_HELD', '/facts/filedOn');
  });

  it('is refused over a company assessment that is not in force, or is of another kind', () => {
    const naming = (companyEvaluationId: string) =>
      given(enrolled(), caseStudyAssessed()).when(
        professionalReport({ facts: { filedOn: '2019-06-07', companyEvaluationId } }),
        frame(),
      );
    naming(COMPANY).thenRefuses('EVALUATION_NOT_FOUND', '/facts/companyEvaluationId');
    naming(caseStudyAssessed().data.evaluationId).thenRefuses('EVALUATION_NOT_FOUND', '/facts/companyEvaluationId');
  });

  it('is refused when nothing written was assessed, and without its facts', () => {
    const { facts: _facts, ...without } = professionalReport();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
    const unwritten = { ...professionalReport().conduct!, written: false };
    given(enrolled())
      .when(professionalReport({ conduct: unwritten }), frame())
      .thenRefuses('FORM_MISMATCH', '/conduct/written');
  });
});
