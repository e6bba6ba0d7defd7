import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, candidacy, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import type { EnrolledCandidacy } from '../enrolled-candidacy.js';
import { ACCOMMODATION_ID, accommodationGranted, OFFICE } from '../enrolment.examples.js';
import type { EndAccommodation } from './end-accommodation.command.js';
import { endAccommodation } from './end-accommodation.decide.js';

const { given } = specification(candidacyStream, endAccommodation);
const ending = (changes: Partial<SealedCommand<EndAccommodation>> = {}) =>
  commandWith<SealedCommand<EndAccommodation>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    accommodationId: ACCOMMODATION_ID,
    endsOn: '2019-03-31',
    reason: 'request-of-candidate',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });
const ended = (endsOn = '2019-03-31') => ({
  type: 'AccommodationEnded' as const,
  data: {
    accommodationId: ACCOMMODATION_ID,
    endsOn,
    reason: { code: 'request-of-candidate' as const, text: null },
    authority: OFFICE,
  },
});

describe('ending an accommodation', () => {
  it('gives it an earlier last day', () => {
    given(enrolled(), accommodationGranted()).when(ending()).then(ended());
    given(enrolled(), accommodationGranted({ until: null }))
      .when(ending())
      .then(ended());
    const after = candidacy(enrolled(), accommodationGranted(), ended()) as EnrolledCandidacy;
    expect(after.accommodations.get(ACCOMMODATION_ID)).toMatchObject({ until: '2019-03-31', ended: true });
  });

  it('may undo it altogether: its last day is then before its first', () => {
    given(enrolled(), accommodationGranted())
      .when(ending({ endsOn: '2018-11-04' }))
      .then(ended('2018-11-04'));
  });

  it('is refused of one that is not in the file', () => {
    given(enrolled()).when(ending()).thenRefuses('ACCOMMODATION_UNKNOWN', '/accommodationId');
  });

  it('is refused a second time, and on its own last day or after it', () => {
    given(enrolled(), accommodationGranted(), ended())
      .when(ending({ endsOn: '2019-02-01' }))
      .thenRefuses('ACCOMMODATION_ENDED', '/accommodationId');
    for (const endsOn of ['2019-09-30', '2019-10-01'])
      given(enrolled(), accommodationGranted()).when(ending({ endsOn })).thenRefuses('ACCOMMODATION_ENDED', '/endsOn');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(ending()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
