import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { personalFieldsOf } from '@minutier/ledger';

import { CANDIDACY_ID, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { ACCOMMODATION_ID, accommodationGranted, frame, OFFICE, voided } from '../enrolment.examples.js';
import { GrantAccommodation } from './grant-accommodation.command.js';
import { grantAccommodation } from './grant-accommodation.decide.js';

type Command = SealedCommand<GrantAccommodation> & { readonly accommodationId: string };
const { given } = specification(candidacyStream, grantAccommodation);
const granting = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    accommodationId: ACCOMMODATION_ID,
    measures: sealed('["extra-time-third"]'),
    from: '2018-11-05',
    until: '2019-09-30',
    decidedOn: '2018-11-05',
    authority: OFFICE,
    ...changes,
  });

describe('granting an accommodation', () => {
  it('has the measures sealed whole before anything is decided', () => {
    expect(personalFieldsOf(new GrantAccommodation())).toEqual({ measures: 'appraisal' });
  });

  it('holds on days, for all lines or for some', () => {
    given(enrolled()).when(granting(), frame()).then(accommodationGranted());
    given(enrolled())
      .when(granting({ modalities: ['F8-M1', 'F1-M1'] }), frame())
      .then(accommodationGranted({ modalities: ['F8-M1', 'F1-M1'] }));
  });

  it('holds to the end of the candidacy where no last day is given, or for a single day', () => {
    const { until: _end, ...open } = granting();
    given(enrolled())
      .when(open, frame())
      .then(accommodationGranted({ until: null }));
    given(enrolled())
      .when(granting({ until: '2018-11-05' }), frame())
      .then(accommodationGranted({ until: '2018-11-05' }));
  });

  it('is refused when it would end before it starts', () => {
    given(enrolled())
      .when(granting({ until: '2018-11-04' }), frame())
      .thenRefuses('PERIOD_REVERSED', '/until');
  });

  it('is refused for a line that neither the fiche nor the rules have', () => {
    given(enrolled())
      .when(granting({ modalities: ['F8-M1', 'F9-M9'] }), frame())
      .thenRefuses('MODALITY_UNKNOWN', '/modalities/1');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(granting(), undefined).thenRefuses('CANDIDACY_NOT_FOUND');
    given(enrolled(), voided()).when(granting(), frame()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
