import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { absence, conduct, enrolled, rolePlayAssessed, sealed } from '../../../candidacy/src/candidacy.examples.js';
import { frame, input, nothingHeld, rolePlay } from '../assessment.examples.js';
import { assessRolePlay } from './assess-role-play.decide.js';

const { given } = specification(candidacyStream, assessRolePlay);

describe('assessing a role play', () => {
  it('records the scenario and the parts that others played', () => {
    given(enrolled()).when(rolePlay(), frame()).then(rolePlayAssessed());
  });

  it('records both of « 2 mises en situation professionnelles, jeu de rôle »', () => {
    given(enrolled(), rolePlayAssessed())
      .when(rolePlay({ occurrence: 2 }), frame())
      .then(rolePlayAssessed({ occurrence: 2 }));
  });

  it('keeps in words, sealed, where it departed from the scenario', () => {
    const scenario = sealed('Le client a changé d’avis');
    const { facts } = rolePlayAssessed().data;
    given(enrolled())
      .when(rolePlay({ scenario }), frame())
      .then(rolePlayAssessed({ facts: { ...facts, scenario } as never }));
  });

  it('takes any form where the fiche states none (A05)', () => {
    const written = conduct({ written: true, oral: false });
    given(enrolled())
      .when(rolePlay({ conduct: input(written) }), frame())
      .then(rolePlayAssessed({ conduct: written }));
  });

  it('records an absence without facts', () => {
    given(enrolled())
      .when(nothingHeld(rolePlay(), absence()), frame())
      .then(rolePlayAssessed({ outcome: absence() }));
  });

  it.each(['F1-M2', 'F3-M2'])(
    'is refused to one candidate alone on line %s, « travail en groupe et présentation orale »',
    (modality) => {
      given(enrolled()).when(rolePlay({ modality }), frame()).thenRefuses('GROUP_WORK_REQUIRED', '/modality');
    },
  );

  it('is refused without its scenario', () => {
    const { facts: _facts, ...without } = rolePlay();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
  });

  it('is refused on a line of another kind', () => {
    given(enrolled())
      .when(rolePlay({ modality: 'F8-M1' }), frame())
      .thenRefuses('KIND_MISMATCH', '/modality');
  });
});
