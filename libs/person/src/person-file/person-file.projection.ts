import type { Authority, Reason } from '@minutier/framework';
import { defineProjection, type LoggedEvent, splitStreamName, unreachable } from '@minutier/ledger';
import type { Commitment } from '@minutier/vault';

import { type ErasureDecided, erasureTypes, type KeysDestroyed, type LegalHoldPlaced } from '../erasure.events.js';
import { mergeTypes } from '../merge.events.js';
import type { IdentityCorrected, PersonEvent } from '../person.events.js';

/** One version of an identity: never what it says, and what the correction said of it. */
export interface IdentityVersionRow {
  readonly identityVersion: number;
  readonly commitment: Commitment;
  readonly correction: Omit<IdentityCorrected['data'], 'identityVersion' | 'commitment'> | null;
  readonly recordedAt: string;
}

/** An erasure as decided, and the keys that it took. */
export type ErasureRow = ErasureDecided['data'] & { readonly destroyed: KeysDestroyed['data']['keyIds'] | null };

/** A legal hold, and why it was lifted. */
export type LegalHoldRow = LegalHoldPlaced['data'] & {
  readonly lifted: { readonly reason: Reason; readonly authority: Authority } | null;
};

/** What the ledger says of a person beside blocks and requests: ids and commitments, never a name. */
export interface PersonFileRow {
  readonly personId: string;
  /** The last version; null where no identity is recorded. */
  readonly identityVersion: number | null;
  readonly versions: readonly IdentityVersionRow[];
  readonly mergedInto: string | null;
  readonly absorbed: readonly string[];
  /** Why the last merge did not stand; null where it did, or none was tried. */
  readonly mergeRefused: { readonly survivorId: string; readonly refused: string } | null;
  readonly erasures: readonly ErasureRow[];
  readonly legalHolds: readonly LegalHoldRow[];
}

type Read = Exclude<PersonEvent, { type: `LegacyBlock${string}` | `DataRequest${string}` }>;

/** One row per person of whom the ledger says anything. */
export const personFile = defineProjection<PersonFileRow>({
  name: 'person_file',
  version: 2,
  reads: ['IdentityRecorded', 'IdentityCorrected', ...Object.keys(mergeTypes), ...Object.keys(erasureTypes)],
  columns: {},
  indexed: () => ({}),
  keysOf: ({ stream }) => [splitStreamName(stream).id],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project: (row, event, personId) => shown(row ?? { ...EMPTY, personId }, event as unknown as Read, event),
});

const EMPTY: Omit<PersonFileRow, 'personId'> = {
  identityVersion: null,
  versions: [],
  mergedInto: null,
  absorbed: [],
  mergeRefused: null,
  erasures: [],
  legalHolds: [],
};

function shown(row: PersonFileRow, { type, data }: Read, { meta: { recordedAt } }: LoggedEvent): PersonFileRow {
  switch (type) {
    case 'IdentityRecorded': {
      const { identityVersion, commitment } = data;
      return { ...row, identityVersion, versions: [{ identityVersion, commitment, correction: null, recordedAt }] };
    }
    case 'IdentityCorrected': {
      const { identityVersion, commitment, ...correction } = data;
      return {
        ...row,
        identityVersion,
        versions: [...row.versions, { identityVersion, commitment, correction, recordedAt }],
      };
    }
    case 'PersonMergedInto':
      return { ...row, mergedInto: data.survivorId, mergeRefused: null };
    case 'MergeReportedRefused':
      return row.mergedInto === data.survivorId ? { ...row, mergedInto: null, mergeRefused: { ...data } } : row;
    case 'MergeUndone':
      return { ...row, mergedInto: null };
    case 'PersonAbsorbed':
      return { ...row, absorbed: [...row.absorbed, data.absorbedId] };
    case 'AbsorptionUndone':
      return { ...row, absorbed: row.absorbed.filter((id) => id !== data.absorbedId) };
    case 'AbsorptionRefused':
      return row;
    case 'ErasureDecided':
      return { ...row, erasures: [...row.erasures, { ...data, destroyed: null }] };
    case 'KeysDestroyed': {
      const { erasureId, keyIds: destroyed } = data;
      return {
        ...row,
        erasures: row.erasures.map((one) => (one.erasureId === erasureId ? { ...one, destroyed } : one)),
      };
    }
    case 'LegalHoldPlaced':
      return { ...row, legalHolds: [...row.legalHolds, { ...data, lifted: null }] };
    case 'LegalHoldLifted': {
      const { legalHoldId, ...lifted } = data;
      const legalHolds = row.legalHolds.map((one) => (one.legalHoldId === legalHoldId ? { ...one, lifted } : one));
      return { ...row, legalHolds };
    }
    default:
      return unreachable({ type } as never);
  }
}
