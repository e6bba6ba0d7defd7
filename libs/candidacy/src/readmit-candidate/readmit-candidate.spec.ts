import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { CANDIDACY_ID, candidacy, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { frame, OFFICE, readmitted, suspended, transferredOut, withdrawn } from '../enrolment.examples.js';
import type { ReadmitCandidate } from './readmit-candidate.command.js';
import { readmitCandidate } from './readmit-candidate.decide.js';

const { given } = specification(candidacyStream, readmitCandidate);
const readmitting = (changes: Partial<SealedCommand<ReadmitCandidate>> = {}) =>
  commandWith<SealedCommand<ReadmitCandidate>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    returnedOn: '2019-05-02',
    route: 'CQ',
    entryKept: true,
    document: 'REINS-2019-003',
    authority: OFFICE,
    ...changes,
  });
const proof = { kind: 'registration-form', document: 'INSCR-2019-0007' };

describe('readmitting a candidate', () => {
  it('keeps the entry of before and its proof, or counts from the return', () => {
    given(enrolled(), withdrawn()).when(readmitting(), frame()).then(readmitted());
    given(enrolled(), withdrawn())
      .when(readmitting({ entryKept: false }), frame())
      .then(readmitted({ enteredOn: '2019-05-02', entryProof: null }));
    given(enrolled(), withdrawn())
      .when(readmitting({ entryKept: false, entryProof: proof }), frame())
      .then(readmitted({ enteredOn: '2019-05-02', entryProof: proof }));
    given(enrolled({ entryProof: null }), withdrawn())
      .when(readmitting({ entryProof: proof }), frame())
      .then(readmitted({ entryProof: proof }));
  });

  it('is by any route that is open, after a withdrawal or a transfer, from the very day of the departure', () => {
    given(enrolled(), transferredOut())
      .when(readmitting({ route: 'FC' }), frame())
      .then(readmitted({ route: 'FC' }));
    given(enrolled(), withdrawn())
      .when(readmitting({ returnedOn: '2019-03-15' }), frame())
      .then(readmitted({ returnedOn: '2019-03-15' }));
  });

  it('is another start: the leave of before is over, the route of before still stands for its days', () => {
    const after = candidacy(enrolled(), suspended(), withdrawn(), readmitted({ route: 'FC' }));
    const routeChanges = [{ from: 'CQ', to: 'FC', effectiveOn: '2019-05-02' }];
    expect(after).toMatchObject({ suspended: null, departure: null, route: 'FC', routeChanges });
  });

  it('is refused to who has not left', () => {
    given(enrolled()).when(readmitting(), frame()).thenRefuses('CANDIDACY_NOT_ENDED');
    given(enrolled(), suspended()).when(readmitting(), frame()).thenRefuses('CANDIDACY_NOT_ENDED');
    given(enrolled(), withdrawn(), readmitted()).when(readmitting(), frame()).thenRefuses('CANDIDACY_NOT_ENDED');
  });

  it('is refused for a day before the departure', () => {
    given(enrolled(), withdrawn())
      .when(readmitting({ returnedOn: '2019-03-14' }), frame())
      .thenRefuses('RETURN_BEFORE_DEPARTURE', '/returnedOn');
  });

  it('is refused by a route that the fiche closes, or does not name', () => {
    given(enrolled(), withdrawn())
      .when(readmitting({ route: 'CA' }), frame())
      .thenRefuses('ROUTE_CLOSED', '/route');
    given(enrolled(), withdrawn())
      .when(readmitting(), { ...frame(), framework: framework({ routes: [] }) })
      .thenRefuses('ACCESS_ROUTE_UNKNOWN', '/route');
  });

  it('is refused after the end of the registration, unless the entry of before still counts', () => {
    const late = { returnedOn: '2020-09-01' };
    given(enrolled(), withdrawn()).when(readmitting(late), frame()).then(readmitted(late));
    given(enrolled(), withdrawn())
      .when(readmitting({ ...late, entryKept: false }), frame())
      .thenRefuses('ENTERED_AFTER_EXPIRY', '/returnedOn');
    given(enrolled({ enteredOn: '2020-07-20' }), withdrawn())
      .when(readmitting(late), frame())
      .thenRefuses('ENTERED_AFTER_EXPIRY', '/entryKept');
  });

  it('is refused in a cohort that is closed', () => {
    const closed = { ...frame(), cohort: { ...frame().cohort, closedOn: '2019-10-15' } };
    given(enrolled(), withdrawn()).when(readmitting(), closed).thenRefuses('COHORT_CLOSED');
  });

  it('is refused where nobody was enrolled', () => {
    given().when(readmitting(), undefined).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
