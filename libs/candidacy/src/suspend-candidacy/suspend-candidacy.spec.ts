import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { OFFICE, suspended, transferredOut, withdrawn } from '../enrolment.examples.js';
import type { SuspendCandidacy } from './suspend-candidacy.command.js';
import { suspendCandidacy } from './suspend-candidacy.decide.js';

const { given } = specification(candidacyStream, suspendCandidacy);
const suspending = (changes: Partial<SealedCommand<SuspendCandidacy>> = {}) =>
  commandWith<SealedCommand<SuspendCandidacy>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    from: '2019-02-01',
    expectedUntil: '2019-04-30',
    document: 'DEM-2019-007',
    reason: 'leave',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });

describe('suspending a candidacy', () => {
  it('begins a leave, with or without a last day foreseen', () => {
    given(enrolled()).when(suspending()).then(suspended());
    const { expectedUntil: _open, document: _none, ...open } = suspending();
    given(enrolled())
      .when(open)
      .then(suspended({ expectedUntil: null, document: null }));
    given(enrolled())
      .when(suspending({ expectedUntil: '2019-02-01' }))
      .then(suspended({ expectedUntil: '2019-02-01' }));
  });

  it('is refused during a leave', () => {
    given(enrolled(), suspended()).when(suspending()).thenRefuses('ALREADY_SUSPENDED');
  });

  it('is refused when it would end before it starts', () => {
    given(enrolled())
      .when(suspending({ expectedUntil: '2019-01-31' }))
      .thenRefuses('PERIOD_REVERSED', '/expectedUntil');
  });

  it('is refused once the candidate has left', () => {
    given(enrolled(), withdrawn()).when(suspending()).thenRefuses('CANDIDACY_ENDED');
    given(enrolled(), transferredOut()).when(suspending()).thenRefuses('CANDIDACY_ENDED');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(suspending()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
