import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { framework } from '../../../framework/src/framework.examples.js';
import { CANDIDACY_ID, caseStudyAssessed, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { frame, OFFICE, readmitted, withdrawn } from '../enrolment.examples.js';
import type { ProveEntry } from './prove-entry.command.js';
import { proveEntry } from './prove-entry.decide.js';

const { given } = specification(candidacyStream, proveEntry);
const entryProof = { kind: 'registration-form', document: 'INSCR-2018-0031' };
const proving = (enteredOn: string, changes: Partial<SealedCommand<ProveEntry>> = {}) =>
  commandWith<SealedCommand<ProveEntry>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    enteredOn,
    entryProof,
    reason: 'proof-received',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });
const proven = (from: string, enteredOn: string, code: 'proof-received' | 'date-corrected' = 'proof-received') => ({
  type: 'EntryProven' as const,
  data: { from, enteredOn, entryProof, reason: { code, text: null }, authority: OFFICE },
});

describe('proving the day of entry', () => {
  it('brings the proof of the day recorded', () => {
    given(enrolled({ entryProof: null }))
      .when(proving('2018-10-01'), frame())
      .then(proven('2018-10-01', '2018-10-01'));
  });

  it('proves another day, earlier or later', () => {
    for (const day of ['2018-09-17', '2019-01-15'])
      given(enrolled(), caseStudyAssessed())
        .when(proving(day, { reason: 'date-corrected' }), frame())
        .then(proven('2018-10-01', day, 'date-corrected'));
  });

  it('is refused when an evaluation was held before that day', () => {
    given(enrolled(), caseStudyAssessed())
      .when(proving('2019-01-16'), frame())
      .thenRefuses('ENTRY_AFTER_EVALUATION', '/enteredOn');
  });

  it('is not barred by what was held before a readmission whose return counts as the entry', () => {
    const back = readmitted({ returnedOn: '2019-05-02', enteredOn: '2019-05-02', entryProof: null });
    given(enrolled(), caseStudyAssessed(), withdrawn(), back)
      .when(proving('2019-05-02'), frame())
      .then(proven('2019-05-02', '2019-05-02'));
  });

  it('is refused for a day after the end of the registration, not for its last day', () => {
    given(enrolled()).when(proving('2020-07-19'), frame()).then(proven('2018-10-01', '2020-07-19'));
    given(enrolled()).when(proving('2020-07-20'), frame()).thenRefuses('ENTERED_AFTER_EXPIRY', '/enteredOn');
    const { registration } = framework();
    const shortened = {
      ...frame(),
      framework: framework({ registration: { ...registration, validUntil: '2018-09-01' } }),
    };
    given(enrolled()).when(proving('2018-10-01'), shortened).thenRefuses('ENTERED_AFTER_EXPIRY', '/enteredOn');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(proving('2018-10-01'), undefined).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
