import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { marksFrozen } from '../discipline.examples.js';
import { blockCarriedOver, BOARD } from '../recognition.examples.js';
import type { CarryOverRevoked } from '../recognition.events.js';
import type { RevokeCarryOver } from './revoke-carry-over.command.js';
import { revokeCarryOver } from './revoke-carry-over.decide.js';

const { given } = specification(candidacyStream, revokeCarryOver);
const { carryOverId } = blockCarriedOver().data;
const revoking = commandWith<SealedCommand<RevokeCarryOver>>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  carryOverId,
  reason: 'award-annulled',
  explanation: null,
  authority: { code: BOARD.code, document: BOARD.document! },
});
const revoked: CarryOverRevoked = {
  type: 'CarryOverRevoked',
  data: { carryOverId, reason: { code: 'award-annulled', text: null }, authority: BOARD },
};

describe('revoking a carry-over', () => {
  it('says why', () => {
    given(enrolled(), blockCarriedOver()).when(revoking).then(revoked);
  });

  it('is refused of one that was never recorded, or is revoked', () => {
    given(enrolled()).when(revoking).thenRefuses('CARRY_OVER_UNKNOWN');
    given(enrolled(), blockCarriedOver(), revoked).when(revoking).thenRefuses('CARRY_OVER_UNKNOWN');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(revoking).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('waits while a frozen session awaits its jury', () => {
    given(enrolled(), blockCarriedOver(), marksFrozen()).when(revoking).thenRefuses('MARKS_FROZEN');
  });
});
