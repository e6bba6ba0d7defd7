import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CENTRE_ID, centreRegistered, habilitationGranted, habilitationWithdrawn } from '../centre.examples.js';
import { centreStream } from '../centre.state.js';
import type { WithdrawHabilitation } from './withdraw-habilitation.command.js';
import { withdrawHabilitation } from './withdraw-habilitation.decide.js';

type Command = SealedCommand<WithdrawHabilitation>;

const { given } = specification(centreStream, withdrawHabilitation);
const entitled = [centreRegistered(), habilitationGranted()];
const withdrawing = (changes: Partial<Command> = {}) => {
  const { reason, authority, ...fields } = habilitationWithdrawn().data;
  const given = { reason: reason.code, authority: { ...authority, document: authority.document! } };
  return commandWith<Command>({ context: commandContext(), centreId: CENTRE_ID, ...fields, ...given, ...changes });
};

describe('withdrawing an entitlement', () => {
  it('ends it on a day, with reason and authority', () => {
    given(...entitled)
      .when(withdrawing())
      .then(habilitationWithdrawn());
  });

  it('may take it away before it begins', () => {
    given(...entitled)
      .when(withdrawing({ effectiveOn: '2018-07-01' }))
      .then(habilitationWithdrawn({ effectiveOn: '2018-07-01' }));
  });

  it('is refused once it has ended, or was withdrawn for that day or an earlier one', () => {
    given(...entitled)
      .when(withdrawing({ effectiveOn: '2020-07-20' }))
      .thenRefuses('HABILITATION_ENDED', '/effectiveOn');
    given(...entitled, habilitationWithdrawn())
      .when(withdrawing())
      .thenRefuses('HABILITATION_ENDED', '/effectiveOn');
    given(...entitled, habilitationWithdrawn())
      .when(withdrawing({ effectiveOn: '2019-06-01', reason: 'fraud' }))
      .then(habilitationWithdrawn({ effectiveOn: '2019-06-01', reason: { code: 'fraud', text: null } }));
  });

  it('is refused of an entitlement that is not there', () => {
    given(centreRegistered()).when(withdrawing()).thenRefuses('HABILITATION_UNKNOWN');
  });
});
