import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { OFFICE, suspended, transferredOut, withdrawn } from '../enrolment.examples.js';
import type { WithdrawCandidacy } from './withdraw-candidacy.command.js';
import { withdrawCandidacy } from './withdraw-candidacy.decide.js';

const { given } = specification(candidacyStream, withdrawCandidacy);
const withdrawing = (changes: Partial<SealedCommand<WithdrawCandidacy>> = {}) =>
  commandWith<SealedCommand<WithdrawCandidacy>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    effectiveOn: '2019-03-15',
    document: 'DEMISSION-2019-002',
    reason: 'request-of-candidate',
    explanation: null,
    authority: OFFICE,
    ...changes,
  });

describe('withdrawing a candidacy', () => {
  it('ends it on a day, for a reason', () => {
    given(enrolled()).when(withdrawing()).then(withdrawn());
    const text = sealed('Sans nouvelles depuis janvier');
    const { document: _none, ...silent } = withdrawing({ reason: 'no-news', explanation: text });
    given(enrolled())
      .when(silent)
      .then(withdrawn({ document: null, reason: { code: 'no-news', text } }));
  });

  it('is possible during a leave', () => {
    given(enrolled(), suspended()).when(withdrawing()).then(withdrawn());
  });

  it('is refused a second time, and after a transfer', () => {
    given(enrolled(), withdrawn()).when(withdrawing()).thenRefuses('CANDIDACY_ENDED');
    given(enrolled(), transferredOut()).when(withdrawing()).thenRefuses('CANDIDACY_ENDED');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(withdrawing()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
