import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { incidentReported, sanctionDecided, sanctionLifted } from '../discipline.examples.js';
import type { LiftSanction } from './lift-sanction.command.js';
import { liftSanction } from './lift-sanction.decide.js';

const { given } = specification(candidacyStream, liftSanction);
const sanctioned = [enrolled(), caseStudyAssessed(), incidentReported(), sanctionDecided()];
const lifting = commandWith<SealedCommand<LiftSanction>>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  sanctionId: sanctionDecided().data.sanctionId,
  liftedOn: '2019-04-01',
  reason: 'decided-in-error',
  explanation: null,
  authority: { code: 'director', document: 'NOTE-40' },
});

describe('lifting a sanction', () => {
  it('ends its effect from a day on', () => {
    given(...sanctioned)
      .when(lifting)
      .then(sanctionLifted());
  });

  it('may cite the appeal that was upheld', () => {
    const appealId = 'b0b0b0b0-0000-4000-8000-000000000001';
    given(...sanctioned)
      .when({ ...lifting, appealId, reason: 'appeal-upheld' })
      .then(sanctionLifted({ appealId, reason: { code: 'appeal-upheld', text: null } }));
  });

  it('is refused a second time', () => {
    given(...sanctioned, sanctionLifted())
      .when(lifting)
      .thenRefuses('SANCTION_ALREADY_LIFTED');
  });

  it('is refused of a sanction that is not in the file', () => {
    given(enrolled()).when(lifting).thenRefuses('SANCTION_UNKNOWN');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(lifting).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
