import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import {
  absorbed,
  authority,
  erasureDecided,
  identityRecorded,
  keysDestroyed,
  mergedInto,
  PERSON_ID,
  SURVIVOR_ID,
} from '../person.examples.js';
import { personStream } from '../person.state.js';
import type { MergePersonInto } from './merge-person-into.command.js';
import { mergePersonInto, type Survivor } from './merge-person-into.decide.js';

const { given } = specification(personStream, mergePersonInto);
const merging = (changes: Partial<SealedCommand<MergePersonInto>> = {}) =>
  commandWith<SealedCommand<MergePersonInto>>({
    context: commandContext(),
    personId: PERSON_ID,
    survivorId: SURVIVOR_ID,
    reason: 'duplicate-entry',
    explanation: null,
    authority: authority as never,
    ...changes,
  });
const survivor: Survivor = { isSomebody: true, survivors: [] };

describe('merging a person into another', () => {
  it('names the survivor', () => {
    given(identityRecorded()).when(merging(), survivor).then(mergedInto());
  });

  it('is possible for a person of the institution, of whom the ledger knew nothing', () => {
    given().when(merging(), survivor).then(mergedInto());
  });

  it('is possible for who absorbed another before: both go to the survivor', () => {
    given(identityRecorded(), absorbed(APART)).when(merging(), survivor).then(mergedInto());
  });

  it('is refused into oneself, and into nobody', () => {
    const alone = given(identityRecorded());
    alone.when(merging({ survivorId: PERSON_ID }), survivor).thenRefuses('SAME_PERSON', '/survivorId');
    alone.when(merging(), { ...survivor, isSomebody: false }).thenRefuses('SURVIVOR_UNKNOWN', '/survivorId');
  });

  it('is refused where it would close a cycle', () => {
    given(identityRecorded())
      .when(merging(), { ...survivor, survivors: [APART, PERSON_ID] })
      .thenRefuses('MERGE_CYCLE', '/survivorId');
  });

  it('is refused a second time, and into somebody who is merged himself', () => {
    given(identityRecorded(), mergedInto()).when(merging(), survivor).thenRefuses('PERSON_MERGED');
    given(identityRecorded())
      .when(merging(), { ...survivor, survivors: [APART] })
      .thenRefuses('PERSON_MERGED', '/survivorId');
  });

  it('is refused between the decision to erase and the destruction of the keys', () => {
    given(identityRecorded(), erasureDecided()).when(merging(), survivor).thenRefuses('ERASURE_PENDING');
    given(identityRecorded(), erasureDecided(), keysDestroyed()).when(merging(), survivor).then(mergedInto());
  });

  it('is possible again once a refusal of the survivor was reported', () => {
    const reported = {
      type: 'MergeReportedRefused',
      data: { survivorId: SURVIVOR_ID, refused: 'KEYS_DESTROYED' },
    } as const;
    given(identityRecorded(), mergedInto(), reported).when(merging(), survivor).then(mergedInto());
  });
});

const APART = '5f0f3c1e-1997-5000-8000-000000000516';
