import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, candidacy, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { OFFICE, suspended, withdrawn } from '../enrolment.examples.js';
import type { ResumeCandidacy } from './resume-candidacy.command.js';
import { resumeCandidacy } from './resume-candidacy.decide.js';

const { given } = specification(candidacyStream, resumeCandidacy);
const resuming = (resumedOn = '2019-05-02') =>
  commandWith<SealedCommand<ResumeCandidacy>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    resumedOn,
    authority: OFFICE,
  });
const resumed = (resumedOn = '2019-05-02') => ({
  type: 'CandidacyResumed' as const,
  data: { resumedOn, document: null, authority: OFFICE },
});

describe('resuming a candidacy', () => {
  it('ends the leave, on its first day at the earliest', () => {
    given(enrolled(), suspended()).when(resuming()).then(resumed());
    given(enrolled(), suspended()).when(resuming('2019-02-01')).then(resumed('2019-02-01'));
    expect(candidacy(enrolled(), suspended(), resumed())).toMatchObject({ suspended: null });
  });

  it('is refused for a day before the leave', () => {
    given(enrolled(), suspended()).when(resuming('2019-01-31')).thenRefuses('RESUMED_BEFORE_SUSPENSION', '/resumedOn');
  });

  it('is refused where there is no leave, or where the candidate left during it', () => {
    given(enrolled()).when(resuming()).thenRefuses('NOT_SUSPENDED');
    given(enrolled(), suspended(), resumed()).when(resuming()).thenRefuses('NOT_SUSPENDED');
    given(enrolled(), suspended(), withdrawn()).when(resuming()).thenRefuses('NOT_SUSPENDED');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(resuming()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
