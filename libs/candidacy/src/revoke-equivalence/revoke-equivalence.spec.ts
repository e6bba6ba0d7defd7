import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID, enrolled, sealed } from '../candidacy.examples.js';
import { candidacyStream } from '../candidacy.state.js';
import { marksFrozen } from '../discipline.examples.js';
import { BOARD, equivalenceGranted } from '../recognition.examples.js';
import type { EquivalenceRevoked } from '../recognition.events.js';
import type { RevokeEquivalence } from './revoke-equivalence.command.js';
import { revokeEquivalence } from './revoke-equivalence.decide.js';

const { given } = specification(candidacyStream, revokeEquivalence);
const { equivalenceId } = equivalenceGranted().data;
const explanation = sealed('L’université ne connaît pas ce diplôme.');
const revoking = commandWith<SealedCommand<RevokeEquivalence>>({
  context: commandContext(),
  candidacyId: CANDIDACY_ID,
  equivalenceId,
  reason: 'document-false',
  explanation,
  authority: { code: BOARD.code, document: BOARD.document! },
});
const revoked: EquivalenceRevoked = {
  type: 'EquivalenceRevoked',
  data: { equivalenceId, reason: { code: 'document-false', text: explanation }, authority: BOARD },
};

describe('revoking an equivalence', () => {
  it('says why, in sealed words too', () => {
    given(enrolled(), equivalenceGranted()).when(revoking).then(revoked);
  });

  it('is refused of one that was never granted, or is revoked', () => {
    given(enrolled()).when(revoking).thenRefuses('EQUIVALENCE_UNKNOWN');
    given(enrolled(), equivalenceGranted(), revoked).when(revoking).thenRefuses('EQUIVALENCE_UNKNOWN');
  });

  it('is refused in a candidacy that does not exist', () => {
    given().when(revoking).thenRefuses('CANDIDACY_NOT_FOUND');
  });

  it('waits while a frozen session awaits its jury', () => {
    given(enrolled(), equivalenceGranted(), marksFrozen()).when(revoking).thenRefuses('MARKS_FROZEN');
  });
});
