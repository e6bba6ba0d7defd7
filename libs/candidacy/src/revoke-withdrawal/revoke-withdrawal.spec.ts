import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, candidacy, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { OFFICE, readmitted, suspended, transferredOut, withdrawn } from '../enrolment.examples.js';
import type { RevokeWithdrawal } from './revoke-withdrawal.command.js';
import { revokeWithdrawal } from './revoke-withdrawal.decide.js';

const { given } = specification(candidacyStream, revokeWithdrawal);
const revoking = () =>
  commandWith<SealedCommand<RevokeWithdrawal>>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    document: 'RETRACT-2019-001',
    reason: 'recorded-in-error',
    explanation: null,
    authority: OFFICE,
  });
const revoked = {
  type: 'WithdrawalRevoked' as const,
  data: {
    document: 'RETRACT-2019-001',
    reason: { code: 'recorded-in-error' as const, text: null },
    authority: OFFICE,
  },
};

describe('revoking a withdrawal', () => {
  it('leaves the candidacy as if it had never been interrupted, the leave under way included', () => {
    given(enrolled(), withdrawn()).when(revoking()).then(revoked);
    given(enrolled(), suspended(), withdrawn()).when(revoking()).then(revoked);
    expect(candidacy(enrolled(), suspended(), withdrawn(), revoked)).toEqual(candidacy(enrolled(), suspended()));
  });

  it('is refused where nobody withdrew: neither a transfer nor what a readmission has ended is taken back', () => {
    given(enrolled()).when(revoking()).thenRefuses('NOT_WITHDRAWN');
    given(enrolled(), transferredOut()).when(revoking()).thenRefuses('NOT_WITHDRAWN');
    given(enrolled(), withdrawn(), readmitted()).when(revoking()).thenRefuses('NOT_WITHDRAWN');
    given(enrolled(), withdrawn(), revoked).when(revoking()).thenRefuses('NOT_WITHDRAWN');
  });

  it('is refused where nobody is enrolled', () => {
    given().when(revoking()).thenRefuses('CANDIDACY_NOT_FOUND');
  });
});
