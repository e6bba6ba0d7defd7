import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { caseStudyAssessed, enrolled } from '../../candidacy/src/candidacy.examples.js';
import { CENTRE_ID, centre } from '../../framework/src/centre.examples.js';
import { assessCaseStudy } from './assess-case-study/assess-case-study.decide.js';
import { assessGroupRolePlay } from './assess-group-role-play/assess-group-role-play.decide.js';
import { caseStudy, frame } from './assessment.examples.js';
import { groupRolePlay, groupRolePlayAssessed, lineAssessed } from './groupwork.examples.js';
import { groupWorkStream } from './groupwork.state.js';

const { given } = specification(candidacyStream, assessCaseStudy);
const { given: givenGroup } = specification(groupWorkStream, assessGroupRolePlay);
const { heldOn } = caseStudyAssessed().data;
const ofCentre = () => caseStudy({ centreId: CENTRE_ID });

describe('the centre that held an evaluation', () => {
  it('is entitled to evaluate the framework on that day', () => {
    given(enrolled())
      .when(ofCentre(), frame({ centre: centre({ from: heldOn, until: heldOn }) }))
      .then(caseStudyAssessed({ centreId: CENTRE_ID }));
  });

  it.each([
    ['to prepare only', { scope: ['prepare'] as const }],
    ['for another certification', { number: 'RNCP35419' }],
    ['until the day before', { from: '2018-01-01', until: '2018-12-31' }],
  ])('is refused where it is entitled %s', (_what, changes) => {
    given(enrolled())
      .when(ofCentre(), frame({ centre: centre(changes) }))
      .thenRefuses('CENTRE_NOT_ENTITLED', '/centreId');
  });

  it('may be one of which nothing is known, as ledgers named them before centres were registered', () => {
    given(enrolled())
      .when(ofCentre(), frame({ centre: { status: 'absent' } }))
      .then(caseStudyAssessed({ centreId: CENTRE_ID }));
  });

  it('is the certifier where none is named, wherever the candidate is prepared', () => {
    given(enrolled({ centreId: CENTRE_ID }))
      .when(caseStudy(), frame())
      .then(caseStudyAssessed({ centreId: null }));
  });

  it('is asked the same of a group’s work', () => {
    const evaluates = frame({ centre: centre() });
    givenGroup()
      .when(groupRolePlay({ centreId: CENTRE_ID }), evaluates)
      .then(groupRolePlayAssessed({ centreId: CENTRE_ID }), lineAssessed(1), lineAssessed(2));
    givenGroup()
      .when(groupRolePlay({ centreId: CENTRE_ID }), frame({ centre: centre({ scope: ['prepare'] }) }))
      .thenRefuses('CENTRE_NOT_ENTITLED', '/centreId');
  });
});
