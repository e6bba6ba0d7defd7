import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  authority,
  erasureDecided,
  HOLD_ID,
  holdPlaced,
  identityRecorded,
  keysDestroyed,
  PERSON_ID,
} from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { PlaceLegalHold } from './place-legal-hold.command.js';
import { placeLegalHold } from './place-legal-hold.decide.js';

type Command = SealedCommand<PlaceLegalHold> & { readonly legalHoldId: string };

const { given } = specification(personStream, placeLegalHold);
const placing = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    personId: PERSON_ID,
    legalHoldId: HOLD_ID,
    classes: ['appraisal'],
    reason: 'dispute',
    explanation: null,
    authority: authority as never,
    ...changes,
  });

describe('placing a legal hold', () => {
  it('covers classes until it is lifted, or until a day', () => {
    given(identityRecorded()).when(placing()).then(holdPlaced());
    given(identityRecorded())
      .when(placing({ classes: ['contact', 'identity-proof', 'contact'], until: '2019-12-31' }))
      .then(holdPlaced({ classes: ['identity-proof', 'contact'], until: '2019-12-31' }));
  });

  it('is possible for a person of the institution', () => {
    given().when(placing()).then(holdPlaced());
  });

  it('is too late once an erasure of a class is decided', () => {
    given(identityRecorded(), erasureDecided()).when(placing()).thenRefuses('ERASURE_PENDING', '/classes');
    given(identityRecorded(), erasureDecided())
      .when(placing({ classes: ['identity-proof'] }))
      .then(holdPlaced({ classes: ['identity-proof'] }));
  });

  it('is refused where nothing is left to hold', () => {
    given(identityRecorded(), erasureDecided(), keysDestroyed())
      .when(placing())
      .thenRefuses('CLASS_ALREADY_ERASED', '/classes');
  });
});
