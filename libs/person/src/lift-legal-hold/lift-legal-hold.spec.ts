import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { authority, HOLD_ID, holdPlaced, identityRecorded, PERSON_ID } from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { LiftLegalHold } from './lift-legal-hold.command.js';
import { liftLegalHold } from './lift-legal-hold.decide.js';

const { given } = specification(personStream, liftLegalHold);
const lifting = commandWith<SealedCommand<LiftLegalHold>>({
  context: commandContext(),
  personId: PERSON_ID,
  legalHoldId: HOLD_ID,
  reason: 'dispute-ended',
  explanation: null,
  authority: authority as never,
});
const lifted = {
  type: 'LegalHoldLifted',
  data: { legalHoldId: HOLD_ID, reason: { code: 'dispute-ended', text: null }, authority },
} as const;

describe('lifting a legal hold', () => {
  it('ends it', () => {
    given(identityRecorded(), holdPlaced()).when(lifting).then(lifted);
  });

  it('is refused where there is none, and a second time', () => {
    given(identityRecorded()).when(lifting).thenRefuses('LEGAL_HOLD_UNKNOWN');
    given(identityRecorded(), holdPlaced(), lifted).when(lifting).thenRefuses('LEGAL_HOLD_ALREADY_LIFTED');
  });
});
