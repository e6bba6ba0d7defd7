import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { absence, companyAssessed, enrolled, TUTOR } from '../../../candidacy/src/candidacy.examples.js';
import { routeChanged } from '../../../candidacy/src/enrolment.examples.js';
import { companyAssessment, frame, nothingHeld } from '../assessment.examples.js';
import { assessCompany } from './assess-company.decide.js';

const { given } = specification(candidacyStream, assessCompany);
type Facts = NonNullable<ReturnType<typeof companyAssessment>['facts']>;

/** The assessment with one of its facts changed, of a candidate by that route. */
const assessing = (changes: Partial<Facts>, route: 'CQ' | 'FI' = 'CQ') =>
  given(enrolled({ route })).when(companyAssessment({ facts: { ...companyAssessment().facts!, ...changes } }), frame());

describe('assessing a candidate in a company', () => {
  it('records the company sealed, its tutor, the contract and the period', () => {
    given(enrolled()).when(companyAssessment(), frame()).then(companyAssessed());
  });

  it('may leave the days of presence uncounted', () => {
    const { daysPresent: _uncounted, ...facts } = companyAssessment().facts!;
    const expected = { ...companyAssessed().data.facts, daysPresent: null };
    given(enrolled())
      .when(companyAssessment({ facts }), frame())
      .then(companyAssessed({ facts: expected as never }));
  });

  it('may be held while the period still runs', () => {
    assessing({ period: { from: '2018-10-15', to: '2019-07-31' } }).facts();
  });

  it('records an absence without company and without facts', () => {
    const missed = { ...nothingHeld(companyAssessment(), absence()), company: null, missions: null };
    given(enrolled())
      .when(missed, frame())
      .then(companyAssessed({ outcome: absence() }));
  });

  it('is refused without the company', () => {
    given(enrolled())
      .when(companyAssessment({ company: null }), frame())
      .thenRefuses('COMPANY_MISSING', '/company');
  });

  it('is refused under a tutor whom the vault does not know', () => {
    given(enrolled())
      .when(companyAssessment(), frame({ unknown: new Set([TUTOR]) }))
      .thenRefuses('TUTOR_UNKNOWN', '/facts/companyTutorId');
  });

  it('is refused over a period that would end before it starts', () => {
    assessing({ period: { from: '2019-06-14', to: '2019-06-13' } }).thenRefuses('PERIOD_REVERSED', '/facts/period/to');
  });

  it('is refused before the period has begun', () => {
    assessing({ period: { from: '2019-06-15', to: '2019-07-31' } }).thenRefuses(
      'PERIOD_AFTER_EVALUATION',
      '/facts/period/from',
    );
  });

  it('is « en stage ou contrat de professionnalisation »: the contract goes with the route (A08)', () => {
    assessing({ context: 'internship' }, 'FI').facts();
    assessing({ context: 'internship' }, 'CQ').thenRefuses('CONTEXT_MISMATCH', '/facts/context');
    assessing({ context: 'professionalisation-contract' }, 'FI').thenRefuses('CONTEXT_MISMATCH', '/facts/context');
  });

  it('is judged by the route of its day, whatever the route has become since', () => {
    const [before, after] = ['2019-06-20', '2019-06-14'].map((effectiveOn) => routeChanged({ effectiveOn }));
    given(enrolled(), before!).when(companyAssessment(), frame()).then(companyAssessed());
    given(enrolled(), after!).when(companyAssessment(), frame()).thenRefuses('CONTEXT_MISMATCH', '/facts/context');
  });

  it('is refused without its facts', () => {
    const { facts: _facts, ...without } = companyAssessment();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
  });
});
