import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  authority,
  commitment,
  erasureDecided,
  identityCorrected,
  identityRecorded,
  mergedInto,
  PERSON_ID,
  sealedText,
} from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { CorrectIdentity } from './correct-identity.command.js';
import { correctIdentity } from './correct-identity.decide.js';

const { given } = specification(personStream, correctIdentity);
const correcting = (changes: Partial<SealedCommand<CorrectIdentity>> = {}) =>
  commandWith<SealedCommand<CorrectIdentity>>({
    context: commandContext(),
    personId: PERSON_ID,
    identityVersion: 2,
    identity: sealedText,
    contact: null,
    reason: 'name-changed',
    explanation: null,
    effectiveOn: '2019-03-15',
    document: 'EC-2019-114',
    authority: authority as never,
    ...changes,
  });
const given2 = { commitment: commitment('2a'.repeat(32)), unchanged: false };

describe('correcting an identity', () => {
  it('gives it the next version, with why and since when', () => {
    given(identityRecorded()).when(correcting(), given2).then(identityCorrected());
    given(identityRecorded(), identityCorrected())
      .when(correcting({ identityVersion: 3 }), given2)
      .then(identityCorrected({ identityVersion: 3 }));
  });

  it('says of a typing error that it was so all along', () => {
    const { effectiveOn: _day, document: _document, ...command } = correcting({ reason: 'typing-error' });
    const [fact] = given(identityRecorded())
      .when(commandWith<SealedCommand<CorrectIdentity>>({ ...command, explanation: sealedText }), given2)
      .facts();
    expect(fact!.data).toMatchObject({
      effectiveOn: null,
      document: null,
      reason: { code: 'typing-error', text: sealedText },
    });
  });

  it('is refused where no identity is recorded: a person of the institution may have a stream and none', () => {
    given().when(correcting(), given2).thenRefuses('IDENTITY_UNKNOWN');
    given(erasureDecided()).when(correcting(), given2).thenRefuses('IDENTITY_UNKNOWN');
  });

  it('is refused under any number but the next: two corrections of one version cannot both stand', () => {
    const started = given(identityRecorded(), identityCorrected());
    started.when(correcting(), given2).thenRefuses('IDENTITY_VERSION_OUT_OF_ORDER', '/identityVersion');
    started
      .when(correcting({ identityVersion: 4 }), given2)
      .thenRefuses('IDENTITY_VERSION_OUT_OF_ORDER', '/identityVersion');
  });

  it('is refused where it says what stands', () => {
    given(identityRecorded())
      .when(correcting(), { ...given2, unchanged: true })
      .thenRefuses('IDENTITY_UNCHANGED', '/identity');
  });

  it('is refused once the person is merged: the survivor’s is corrected', () => {
    given(identityRecorded(), mergedInto()).when(correcting(), given2).thenRefuses('PERSON_MERGED');
  });

  it('is refused from the decision to erase the identity on, and not for another class', () => {
    const all = erasureDecided({ classes: ['identity-proof', 'appraisal', 'contact'], kept: [] });
    given(identityRecorded(), all).when(correcting(), given2).thenRefuses('KEYS_DESTROYED');
    given(identityRecorded(), erasureDecided()).when(correcting(), given2).then(identityCorrected());
  });
});
