import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  APPROVER_ID,
  AWARD_ID,
  authority,
  ERASURE_ID,
  erasureDecided,
  HOLD_ID,
  holdPlaced,
  identityRecorded,
  keysDestroyed,
  legacyBlock,
  PERSON_ID,
  REQUEST_ID,
  requestReceived,
} from '../person.examples.js';
import type { LegalHoldPlaced } from '../erasure.events.js';
import { personStream } from '../person.state.js';
import type { DecideErasure } from './decide-erasure.command.js';
import { decideErasure } from './decide-erasure.decide.js';

type Command = SealedCommand<DecideErasure> & { readonly erasureId: string };

const { given } = specification(personStream, decideErasure);
const erasing = (changes: Partial<Command> = {}) =>
  commandWith<Command>({
    context: commandContext(),
    personId: PERSON_ID,
    erasureId: ERASURE_ID,
    classes: ['contact', 'appraisal'],
    kept: [{ class: 'identity-proof', ground: 'legal-duty' }],
    basis: 'retention-ended',
    approvedBy: APPROVER_ID,
    authority: authority as never,
    ...changes,
  });
const proof = { classes: ['identity-proof'], kept: [] } satisfies Partial<Command>;
const asked = { basis: 'request', requestId: REQUEST_ID } as const;

describe('deciding an erasure', () => {
  it('says which classes go, which stay and on what ground, and who agreed', () => {
    given(identityRecorded()).when(erasing(), true).then(erasureDecided());
    given(identityRecorded(), requestReceived()).when(erasing(asked), true).then(erasureDecided(asked));
  });

  it('may be the first thing that the ledger says of a person of the institution', () => {
    given().when(erasing(), true).then(erasureDecided());
    expect(personStream.evolve(personStream.initial, erasureDecided()).status).toBe('absent');
  });

  it('needs a second person, whom the vault knows', () => {
    const [{ id: approvedBy }] = [commandContext().actor];
    given(identityRecorded()).when(erasing({ approvedBy }), true).thenRefuses('APPROVAL_BY_SAME_PERSON', '/approvedBy');
    given(identityRecorded()).when(erasing(), false).thenRefuses('APPROVER_UNKNOWN', '/approvedBy');
  });

  it('names the request on which it is decided, and none otherwise', () => {
    given(identityRecorded()).when(erasing(asked), true).thenRefuses('REQUEST_UNKNOWN', '/requestId');
    given(identityRecorded())
      .when(erasing({ basis: 'request' }), true)
      .thenRefuses('REQUEST_UNKNOWN', '/requestId');
    given(identityRecorded(), requestReceived())
      .when(erasing({ requestId: REQUEST_ID }), true)
      .thenRefuses('REQUEST_UNKNOWN', '/requestId');
  });

  it('cannot let a class go and keep it', () => {
    for (const kept of [['contact'], ['identity-proof', 'identity-proof']] as const)
      given(identityRecorded())
        .when(erasing({ kept: kept.map((one) => ({ class: one, ground: 'legal-duty' })) }), true)
        .thenRefuses('CLASS_KEPT_AND_ERASED', '/kept');
  });

  it('is refused for a class that is erased, or about to be', () => {
    given(identityRecorded(), erasureDecided()).when(erasing(), true).thenRefuses('CLASS_ALREADY_ERASED', '/classes');
    given(identityRecorded(), erasureDecided(), keysDestroyed())
      .when(erasing(), true)
      .thenRefuses('CLASS_ALREADY_ERASED', '/classes');
    given(identityRecorded(), erasureDecided(), keysDestroyed()).when(erasing(proof), true).then(erasureDecided(proof));
  });

  it('is refused under a legal hold of a class, to its last day, and not once it is lifted', () => {
    const lifted = {
      type: 'LegalHoldLifted',
      data: { legalHoldId: HOLD_ID, reason: { code: 'dispute-ended', text: null }, authority },
    } as const;
    const refusedUnder = (hold: LegalHoldPlaced) =>
      given(identityRecorded(), hold).when(erasing(), true).thenRefuses('LEGAL_HOLD_STANDS', '/classes');
    refusedUnder(holdPlaced());
    refusedUnder(holdPlaced({ until: '2019-07-01' }));
    given(identityRecorded(), holdPlaced({ until: '2019-06-30' }))
      .when(erasing(), true)
      .then(erasureDecided());
    given(identityRecorded(), holdPlaced(), lifted).when(erasing(), true).then(erasureDecided());
    given(identityRecorded(), holdPlaced()).when(erasing(proof), true).then(erasureDecided(proof));
  });

  it('keeps the proof of identity of who holds a block, where it is the person who asks', () => {
    const holding = [identityRecorded(), requestReceived(), legacyBlock()] as const;
    const withdrawn = {
      type: 'LegacyBlockWithdrawn',
      data: { awardId: AWARD_ID, reason: { code: 'recorded-in-error', text: null }, authority },
    } as const;
    given(...holding)
      .when(erasing({ ...proof, ...asked }), true)
      .thenRefuses('IDENTITY_PROOF_NEEDED', '/classes');
    given(...holding)
      .when(erasing(asked), true)
      .then(erasureDecided(asked));
    given(...holding)
      .when(erasing({ ...proof, basis: 'court-order' }), true)
      .facts();
    given(...holding, withdrawn)
      .when(erasing({ ...proof, ...asked }), true)
      .facts();
  });
});
