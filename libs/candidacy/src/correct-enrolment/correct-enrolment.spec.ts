import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { OFFICE } from '../enrolment.examples.js';
import type { CorrectEnrolment } from './correct-enrolment.command.js';
import { correctEnrolment } from './correct-enrolment.decide.js';

const { given } = specification(candidacyStream, correctEnrolment);
const CENTRE = '5f0f3c1e-0000-5000-8000-0000000000e1';
const none: ReadonlySet<string> = new Set();
const seal = (words: string, sealId: string) => ({ ...sealed(words), sealId });
const before = { ine: seal('1234567890A', 'a'), cpfFile: seal('CPF-1', 'b') };

const correcting = (changes: Partial<SealedCommand<CorrectEnrolment>> = {}) =>
  commandWith<SealedCommand<CorrectEnrolment>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    from: { candidateNumber: '2018-017' },
    candidateNumber: '2018-071',
    ine: null,
    cpfFile: null,
    reason: 'keying-error',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });
const corrected = (data: object) => ({
  type: 'EnrolmentCorrected' as const,
  data: {
    from: { centreId: null, candidateNumber: '2018-017' },
    centreId: null,
    candidateNumber: '2018-071',
    ine: null,
    cpfFile: null,
    reason: { code: 'keying-error' as const, text: null },
    authority: OFFICE,
    ...data,
  },
});

describe('correcting an enrolment', () => {
  it('states the number and the centre as they were and as they should be', () => {
    given(enrolled()).when(correcting(), none).then(corrected({}));
    given(enrolled())
      .when(correcting({ candidateNumber: '2018-017', centreId: CENTRE }), none)
      .then(corrected({ candidateNumber: '2018-017', centreId: CENTRE }));
    given(enrolled({ centreId: CENTRE }))
      .when(correcting({ from: { candidateNumber: '2018-017', centreId: CENTRE } }), none)
      .then(corrected({ from: { centreId: CENTRE, candidateNumber: '2018-017' } }));
  });

  it('copies the seals of national numbers that do not change', () => {
    given(enrolled(before)).when(correcting(), none).then(corrected(before));
  });

  it('replaces one that is given, takes out one that is somebody else’s', () => {
    const ine = seal('0987654321Z', 'c');
    given(enrolled(before))
      .when(correcting({ ine, removed: ['cpfFile'] }), none)
      .then(corrected({ ine, cpfFile: null }));
    given(enrolled())
      .when(correcting({ candidateNumber: '2018-017', ine, reason: 'number-received' }), none)
      .then(corrected({ candidateNumber: '2018-017', ine, reason: { code: 'number-received', text: null } }));
  });

  it('keeps the seal of a number that is given again as it was', () => {
    const again = correcting({ ine: seal('1234567890A', 'd') });
    given(enrolled(before))
      .when(again, new Set(['a']))
      .then(corrected(before));
  });

  it('is refused when it would correct what is not, or no longer, recorded', () => {
    given(enrolled())
      .when(correcting({ from: { candidateNumber: '2018-018' } }), none)
      .thenRefuses('ENROLMENT_CHANGED_MEANWHILE', '/from/candidateNumber');
    given(enrolled())
      .when(correcting({ from: { candidateNumber: '2018-017', centreId: CENTRE } }), none)
      .thenRefuses('ENROLMENT_CHANGED_MEANWHILE', '/from/centreId');
    given(enrolled(), corrected({}))
      .when(correcting(), none)
      .thenRefuses('ENROLMENT_CHANGED_MEANWHILE', '/from/candidateNumber');
  });

  it('is refused when it says the same, also of a national number', () => {
    const same = { candidateNumber: '2018-017' };
    given(enrolled(before)).when(correcting(same), none).thenRefuses('ENROLMENT_UNCHANGED');
    given(enrolled(before))
      .when(correcting({ ...same, ine: seal('1234567890A', 'd') }), new Set(['a']))
      .thenRefuses('ENROLMENT_UNCHANGED');
    given(enrolled())
      .when(correcting({ ...same, removed: ['ine'] }), none)
      .thenRefuses('ENROLMENT_UNCHANGED');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(correcting(), none).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
