import { logged, projected } from '@minutier/testing';

import {
  absorbed,
  authority,
  AWARD_ID,
  erasureDecided,
  holdPlaced,
  HOLD_ID,
  identityCorrected,
  identityRecorded,
  keysDestroyed,
  legacyBlock,
  mergedInto,
  PERSON_ID,
  SURVIVOR_ID,
} from '../person.examples.js';
import type { PersonEvent } from '../person.events.js';
import { awardList } from './award-list.projection.js';
import { personFile } from './person-file.projection.js';

const story = (...events: readonly PersonEvent[]) => events.map((event) => logged(`person-${PERSON_ID}`, event));
const fileAfter = (...events: readonly PersonEvent[]) => projected(personFile, story(...events)).get(PERSON_ID)!;
const undone = {
  type: 'MergeUndone',
  data: { survivorId: SURVIVOR_ID, reason: { code: 'two-persons', text: null }, authority },
} as const;

describe('a person’s file', () => {
  it('holds every version of the identity, and never what one says', () => {
    const file = fileAfter(identityRecorded(), identityCorrected());
    const { identityVersion: _version, commitment, ...correction } = identityCorrected().data;
    const recordedAt = '2019-07-01T08:00:00.000Z';
    expect(file).toMatchObject({ personId: PERSON_ID, identityVersion: 2, mergedInto: null });
    expect(file.versions).toEqual([
      { identityVersion: 1, commitment: identityRecorded().data.commitment, correction: null, recordedAt },
      { identityVersion: 2, commitment, correction, recordedAt },
    ]);
  });

  it('says into whom the person is merged, until it is undone or refused', () => {
    const refused = {
      type: 'MergeReportedRefused',
      data: { survivorId: SURVIVOR_ID, refused: 'PERSON_MERGED' },
    } as const;
    expect(fileAfter(identityRecorded(), mergedInto()).mergedInto).toBe(SURVIVOR_ID);
    expect(fileAfter(identityRecorded(), mergedInto(), undone).mergedInto).toBeNull();
    expect(fileAfter(identityRecorded(), mergedInto(), refused)).toMatchObject({
      mergedInto: null,
      mergeRefused: refused.data,
    });
    expect(fileAfter(identityRecorded(), mergedInto(), refused, mergedInto())).toMatchObject({
      mergedInto: SURVIVOR_ID,
      mergeRefused: null,
    });
  });

  it('says whom a survivor answers for', () => {
    const refusal = { type: 'AbsorptionRefused', data: { absorbedId: 'x', refused: 'NOT_ABSORBED' } } as const;
    const released = { type: 'AbsorptionUndone', data: { absorbedId: SURVIVOR_ID } } as const;
    expect(fileAfter(identityRecorded(), absorbed(SURVIVOR_ID), refusal).absorbed).toEqual([SURVIVOR_ID]);
    expect(fileAfter(identityRecorded(), absorbed(SURVIVOR_ID), released).absorbed).toEqual([]);
  });

  it('tells what was let go and what is held, of a person without an identity too', () => {
    const { reason, legalHoldId } = { reason: { code: 'dispute-ended', text: null } as const, legalHoldId: HOLD_ID };
    const lifted = { type: 'LegalHoldLifted', data: { legalHoldId, reason, authority } } as const;
    const file = fileAfter(erasureDecided(), keysDestroyed(), holdPlaced(), lifted);
    expect(file).toMatchObject({ personId: PERSON_ID, identityVersion: null, versions: [] });
    expect(file.erasures).toEqual([{ ...erasureDecided().data, destroyed: keysDestroyed().data.keyIds }]);
    expect(file.legalHolds).toEqual([{ ...holdPlaced().data, lifted: { reason, authority } }]);
    expect(fileAfter(erasureDecided(), holdPlaced())).toMatchObject({
      erasures: [{ destroyed: null }],
      legalHolds: [{ lifted: null }],
    });
  });
});

describe('a person’s awards', () => {
  it('stand under the person in whose stream they are, and stay there when they are withdrawn', () => {
    const reason = { code: 'document-false', text: null } as const;
    const withdrawn = { type: 'LegacyBlockWithdrawn', data: { awardId: AWARD_ID, reason, authority } } as const;
    const registered = { ...legacyBlock().data, personId: PERSON_ID, origin: 'legacy' };
    expect(projected(awardList, story(legacyBlock())).get(AWARD_ID)).toEqual({
      ...registered,
      annulled: false,
      withdrawn: null,
    });
    expect(projected(awardList, story(legacyBlock(), withdrawn)).get(AWARD_ID)).toEqual({
      ...registered,
      annulled: true,
      withdrawn: { reason, authority },
    });
  });
});
