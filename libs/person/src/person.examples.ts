import type { Authority } from '@minutier/framework';
import type { Sealed } from '@minutier/ledger';
import type { Commitment } from '@minutier/vault';

import type { LegacyBlockRegistered } from './award.events.js';
import type { ErasureDecided, KeysDestroyed, LegalHoldPlaced } from './erasure.events.js';
import type { PersonAbsorbed, PersonMergedInto } from './merge.events.js';
import type { IdentityCorrected, IdentityRecorded } from './person.events.js';
import { type Person, personStream } from './person.state.js';
import type { DataRequestAnswered, DataRequestReceived } from './rights.events.js';

export const PERSON_ID = '5f0f3c1e-1997-5000-8000-000000000514';
export const SURVIVOR_ID = '5f0f3c1e-1997-5000-8000-000000000515';
export const AWARD_ID = '5f0f3c1e-2016-5000-8000-0000000000a1';
export const ERASURE_ID = '5f0f3c1e-2019-5000-8000-0000000000e1';
export const HOLD_ID = '5f0f3c1e-2019-5000-8000-0000000000f1';
export const REQUEST_ID = '5f0f3c1e-2019-5000-8000-0000000000d1';
export const APPROVER_ID = 'a0000000-0000-4000-8000-000000000002';

export const authority: Authority = { code: 'data-protection-officer', document: 'DPO-2019-04' };

/** A commitment to some identity. */
export function commitment(value = '0f'.repeat(32)): Commitment {
  return {
    alg: 'HMAC-SHA-256',
    keyId: '5f0f3c1e-0000-4000-8000-0000000000a1',
    salt: 'AAECAwQFBgcICQoLDA0ODw==',
    value,
  };
}

/** The first version of an identity, committed to and not said. */
export function identityRecorded(changes: Partial<IdentityRecorded['data']> = {}): IdentityRecorded {
  const data = { personId: PERSON_ID, identityVersion: 1, commitment: commitment() };
  return { type: 'IdentityRecorded', data: { ...data, ...changes } };
}

/** A later version, after a marriage. */
export function identityCorrected(changes: Partial<IdentityCorrected['data']> = {}): IdentityCorrected {
  return {
    type: 'IdentityCorrected',
    data: {
      identityVersion: 2,
      commitment: commitment('2a'.repeat(32)),
      reason: { code: 'name-changed', text: null },
      effectiveOn: '2019-03-15',
      document: 'EC-2019-114',
      authority,
      ...changes,
    },
  };
}

export function mergedInto(survivorId = SURVIVOR_ID): PersonMergedInto {
  const reason = { code: 'duplicate-entry', text: null } as const;
  return { type: 'PersonMergedInto', data: { survivorId, reason, authority, evidence: null } };
}

export function absorbed(absorbedId = PERSON_ID): PersonAbsorbed {
  return { type: 'PersonAbsorbed', data: { absorbedId } };
}

export function legacyBlock(changes: Partial<LegacyBlockRegistered['data']> = {}): LegacyBlockRegistered {
  return {
    type: 'LegacyBlockRegistered',
    data: {
      awardId: AWARD_ID,
      framework: { number: 'RNCP28684', version: 1 },
      block: 'BC01',
      obtainedOn: '2016-07-05',
      document: 'PV-2016-07-05',
      authority,
      ...changes,
    },
  };
}

export function erasureDecided(changes: Partial<ErasureDecided['data']> = {}): ErasureDecided {
  return {
    type: 'ErasureDecided',
    data: {
      erasureId: ERASURE_ID,
      requestId: null,
      classes: ['appraisal', 'contact'],
      kept: [{ class: 'identity-proof', ground: 'legal-duty' }],
      basis: 'retention-ended',
      approvedBy: APPROVER_ID,
      authority,
      ...changes,
    },
  };
}

export function keysDestroyed(changes: Partial<KeysDestroyed['data']> = {}): KeysDestroyed {
  const keyIds = ['5f0f3c1e-0000-4000-8000-0000000000b2', '5f0f3c1e-0000-4000-8000-0000000000b3'];
  const data = { erasureId: ERASURE_ID, keyIds, classes: ['appraisal', 'contact'] as const };
  return { type: 'KeysDestroyed', data: { ...data, ...changes } };
}

export function holdPlaced(changes: Partial<LegalHoldPlaced['data']> = {}): LegalHoldPlaced {
  const reason = { code: 'dispute', text: null } as const;
  const data = { legalHoldId: HOLD_ID, classes: ['appraisal'] as const, until: null, reason, authority };
  return { type: 'LegalHoldPlaced', data: { ...data, ...changes } };
}

export function requestReceived(changes: Partial<DataRequestReceived['data']> = {}): DataRequestReceived {
  return {
    type: 'DataRequestReceived',
    data: {
      requestId: REQUEST_ID,
      right: 'erasure',
      receivedOn: '2019-06-03',
      identityChecked: true,
      lodgedBy: 'person',
      dueBy: '2019-07-03',
      document: 'RGPD-2019-004',
      ...changes,
    },
  };
}

export function answered(changes: Partial<DataRequestAnswered['data']> = {}): DataRequestAnswered {
  return {
    type: 'DataRequestAnswered',
    data: {
      requestId: REQUEST_ID,
      answeredOn: '2019-06-24',
      answer: 'granted',
      ground: null,
      ordinal: null,
      digest: null,
      proof: null,
      authority,
      ...changes,
    },
  };
}

/** A person whom the ledger knows, and what happened since. */
export function person(...since: Parameters<typeof personStream.evolve>[1][]): Person {
  return [identityRecorded(), ...since].reduce(personStream.evolve, personStream.initial);
}

/** A text as a decision sees it. */
export const sealedText: Sealed = {
  alg: 'A256GCM',
  keyId: '5f0f3c1e-0000-4000-8000-0000000000b2',
  sealId: '5f0f3c1e-0000-5000-8000-0000000000c1',
  ciphertext: 'bm9uY2Ugb2YgMTIgYnl0ZXMsIHRleHQgYW5kIHRhZw==',
};
