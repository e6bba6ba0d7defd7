import { domainModule } from '@minutier/intake';

import { candidacyStream } from './candidacy.state.js';
import { candidateFile } from './candidate-file/candidate-file.projection.js';
import { showCandidateFileSlice } from './candidate-file/candidate-file.query.js';
import { evaluationList } from './candidate-file/evaluation-list.projection.js';
import { enrolCandidateSlice } from './enrol-candidate/enrol-candidate.slice.js';
import { changeRouteSlice } from './change-route/change-route.slice.js';
import { correctEnrolmentSlice } from './correct-enrolment/correct-enrolment.slice.js';
import { decideFeasibilitySlice } from './decide-feasibility/decide-feasibility.slice.js';
import { endAccommodationSlice } from './end-accommodation/end-accommodation.slice.js';
import { fileValidationFileSlice } from './file-validation-file/file-validation-file.slice.js';
import { grantAccommodationSlice } from './grant-accommodation/grant-accommodation.slice.js';
import { proveEntrySlice } from './prove-entry/prove-entry.slice.js';
import { readmitCandidateSlice } from './readmit-candidate/readmit-candidate.slice.js';
import { resumeCandidacySlice } from './resume-candidacy/resume-candidacy.slice.js';
import { revokeWithdrawalSlice } from './revoke-withdrawal/revoke-withdrawal.slice.js';
import { suspendCandidacySlice } from './suspend-candidacy/suspend-candidacy.slice.js';
import { voidEnrolmentSlice } from './void-enrolment/void-enrolment.slice.js';
import { withdrawCandidacySlice } from './withdraw-candidacy/withdraw-candidacy.slice.js';

/** What this library brings: its stream, its commands and its read model. */
export const candidacyModule = domainModule({
  name: 'candidacy',
  streams: [candidacyStream],
  projections: [candidateFile, evaluationList],
  reactions: [],
  slices: [
    enrolCandidateSlice,
    voidEnrolmentSlice,
    correctEnrolmentSlice,
    proveEntrySlice,
    changeRouteSlice,
    suspendCandidacySlice,
    resumeCandidacySlice,
    withdrawCandidacySlice,
    revokeWithdrawalSlice,
    readmitCandidateSlice,
    grantAccommodationSlice,
    endAccommodationSlice,
    decideFeasibilitySlice,
    fileValidationFileSlice,
    showCandidateFileSlice,
  ],
});
