import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { AWARD_ID, authority, identityRecorded, legacyBlock, PERSON_ID } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { WithdrawLegacyBlock } from './withdraw-legacy-block.command.js';
import { withdrawLegacyBlock } from './withdraw-legacy-block.decide.js';

const { given } = specification(personStream, withdrawLegacyBlock);
const withdrawing = commandWith<SealedCommand<WithdrawLegacyBlock>>({
  context: commandContext(),
  personId: PERSON_ID,
  awardId: AWARD_ID,
  reason: 'document-false',
  explanation: null,
  authority: authority as never,
});
const withdrawn = {
  type: 'LegacyBlockWithdrawn',
  data: { awardId: AWARD_ID, reason: { code: 'document-false', text: null }, authority },
} as const;

describe('withdrawing a block from before this ledger', () => {
  it('annuls the award, which stays readable', () => {
    given(identityRecorded(), legacyBlock()).when(withdrawing).then(withdrawn);
    const { awards } = [legacyBlock(), withdrawn].reduce(personStream.evolve, personStream.initial);
    expect(awards.get(AWARD_ID)).toMatchObject({ annulled: true, block: 'BC01' });
  });

  it('is refused where it is not registered, and a second time', () => {
    given(identityRecorded()).when(withdrawing).thenRefuses('AWARD_UNKNOWN');
    given(identityRecorded(), legacyBlock(), withdrawn).when(withdrawing).thenRefuses('AWARD_ALREADY_ANNULLED');
  });
});
