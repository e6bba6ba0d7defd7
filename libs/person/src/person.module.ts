import { domainModule } from '@minutier/intake';

import { absorbPersonSlice } from './absorb-person-when-merged/absorb-person.slice.js';
import { absorbPersonWhenMerged } from './absorb-person-when-merged/absorb-person-when-merged.reactor.js';
import { answerRightsRequestSlice } from './answer-rights-request/answer-rights-request.slice.js';
import { correctIdentitySlice } from './correct-identity/correct-identity.slice.js';
import { decideErasureSlice } from './decide-erasure/decide-erasure.slice.js';
import { destroyKeysSlice } from './destroy-keys-when-erasure-decided/destroy-keys.slice.js';
import { destroyKeysWhenErasureDecided } from './destroy-keys-when-erasure-decided/destroy-keys-when-erasure-decided.reactor.js';
import { listDestroyedKeysSlice } from './destroyed-keys/destroyed-keys.query.js';
import { extendRightsRequestSlice } from './extend-rights-request/extend-rights-request.slice.js';
import { liftLegalHoldSlice } from './lift-legal-hold/lift-legal-hold.slice.js';
import { mergePersonIntoSlice } from './merge-person-into/merge-person-into.slice.js';
import { awardList } from './person-file/award-list.projection.js';
import { listAwardsSlice } from './person-file/award-list.query.js';
import { personFile } from './person-file/person-file.projection.js';
import { showPersonSlice } from './person-file/person-file.query.js';
import { personStream } from './person.state.js';
import { Persons } from './persons.js';
import { placeLegalHoldSlice } from './place-legal-hold/place-legal-hold.slice.js';
import { receiveRightsRequestSlice } from './receive-rights-request/receive-rights-request.slice.js';
import { recordIdentitySlice } from './record-identity/record-identity.slice.js';
import { RegisterActorController } from './register-actor/register-actor.controller.js';
import { RegisterActorHandler } from './register-actor/register-actor.handler.js';
import { registerLegacyBlockSlice } from './register-legacy-block/register-legacy-block.slice.js';
import { reportMergeSlice } from './report-merge-when-absorption-refused/report-merge.slice.js';
import { reportMergeWhenAbsorptionRefused } from './report-merge-when-absorption-refused/report-merge-when-absorption-refused.reactor.js';
import { rightsRequestList } from './rights-request-list/rights-request-list.projection.js';
import {
  listRightsRequestsOfPersonSlice,
  listRightsRequestsSlice,
} from './rights-request-list/rights-request-list.query.js';
import { undoMergeSlice } from './undo-merge/undo-merge.slice.js';
import { withdrawLegacyBlockSlice } from './withdraw-legacy-block/withdraw-legacy-block.slice.js';

/** What this library brings: persons, who they are and were, what they hold, and what they let go. */
export const personModule = domainModule({
  name: 'person',
  streams: [personStream],
  projections: [personFile, awardList, rightsRequestList],
  reactions: [absorbPersonWhenMerged, reportMergeWhenAbsorptionRefused, destroyKeysWhenErasureDecided],
  slices: [
    recordIdentitySlice,
    correctIdentitySlice,
    mergePersonIntoSlice,
    undoMergeSlice,
    absorbPersonSlice,
    reportMergeSlice,
    registerLegacyBlockSlice,
    withdrawLegacyBlockSlice,
    placeLegalHoldSlice,
    liftLegalHoldSlice,
    receiveRightsRequestSlice,
    extendRightsRequestSlice,
    answerRightsRequestSlice,
    decideErasureSlice,
    destroyKeysSlice,
    showPersonSlice,
    listAwardsSlice,
    listRightsRequestsSlice,
    listRightsRequestsOfPersonSlice,
    listDestroyedKeysSlice,
    [RegisterActorController, RegisterActorHandler],
    [null, Persons],
  ],
});
