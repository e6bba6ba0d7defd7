import { domainModule } from '@minutier/intake';
import { attachEvidenceSlice } from './attach-evidence/attach-evidence.slice.js';
import { candidacyStream } from './candidacy.state.js';
import { candidateEvidence } from './candidate-evidence/candidate-evidence.projection.js';
import { listCandidateEvidenceSlice } from './candidate-evidence/candidate-evidence.query.js';
import { EvidenceFileController } from './candidate-evidence/evidence-file.controller.js';
import { candidateFile } from './candidate-file/candidate-file.projection.js';
import { showCandidateFileSlice } from './candidate-file/candidate-file.query.js';
import { evaluationList } from './candidate-file/evaluation-list.projection.js';
import { carryOverBlockSlice } from './carry-over-block/carry-over-block.slice.js';
import { changeRouteSlice } from './change-route/change-route.slice.js';
import { clearAssessorLinkSlice } from './clear-assessor-link/clear-assessor-link.slice.js';
import { CohortCandidacies } from './cohort-candidacies.js';
import { communicateRulesSlice } from './communicate-rules/communicate-rules.slice.js';
import { correctEnrolmentSlice } from './correct-enrolment/correct-enrolment.slice.js';
import { decideFeasibilitySlice } from './decide-feasibility/decide-feasibility.slice.js';
import { decideSanctionSlice } from './decide-sanction/decide-sanction.slice.js';
import { declareAssessorLinkSlice } from './declare-assessor-link/declare-assessor-link.slice.js';
import { endAccommodationSlice } from './end-accommodation/end-accommodation.slice.js';
import { enrolCandidateSlice } from './enrol-candidate/enrol-candidate.slice.js';
import { EvidenceFiles } from './evidence-files.js';
import { fileValidationFileSlice } from './file-validation-file/file-validation-file.slice.js';
import { freezeMarksSlice } from './freeze-marks/freeze-marks.slice.js';
import { freezeSessionSlice } from './freeze-marks/freeze-session.slice.js';
import { grantAccommodationSlice } from './grant-accommodation/grant-accommodation.slice.js';
import { grantAttemptSlice } from './grant-attempt/grant-attempt.slice.js';
import { grantEquivalenceSlice } from './grant-equivalence/grant-equivalence.slice.js';
import { hearCandidateSlice } from './hear-candidate/hear-candidate.slice.js';
import { liftSanctionSlice } from './lift-sanction/lift-sanction.slice.js';
import { proveEntrySlice } from './prove-entry/prove-entry.slice.js';
import { purgeEvidenceSlice } from './purge-evidence/purge-evidence.slice.js';
import { readmitCandidateSlice } from './readmit-candidate/readmit-candidate.slice.js';
import { ReceiveEvidenceFileController } from './receive-evidence-file/receive-evidence-file.controller.js';
import { repinFrameworkSlice } from './repin-framework/repin-framework.slice.js';
import { repinRulesSlice } from './repin-rules/repin-rules.slice.js';
import { replaceEvidenceSlice } from './replace-evidence/replace-evidence.slice.js';
import { reportIncidentSlice } from './report-incident/report-incident.slice.js';
import { reportRefusedTransferSlice } from './report-transfer-when-transfer-refused/report-refused-transfer.slice.js';
import { reportTransferWhenTransferRefused } from './report-transfer-when-transfer-refused/report-transfer-when-transfer-refused.reactor.js';
import { rescheduleCohortSlice } from './reschedule-cohort/reschedule-cohort.slice.js';
import { rescheduleSessionSlice } from './reschedule-session/reschedule-session.slice.js';
import { resumeCandidacySlice } from './resume-candidacy/resume-candidacy.slice.js';
import { revokeCarryOverSlice } from './revoke-carry-over/revoke-carry-over.slice.js';
import { revokeEquivalenceSlice } from './revoke-equivalence/revoke-equivalence.slice.js';
import { revokeWithdrawalSlice } from './revoke-withdrawal/revoke-withdrawal.slice.js';
import { informedCandidacies } from './rules-communications/informed-candidacies.projection.js';
import { rulesCommunications } from './rules-communications/rules-communications.projection.js';
import { showRulesCommunicationsSlice } from './rules-communications/rules-communications.query.js';
import { settleTransferSlice } from './settle-transfer/settle-transfer.slice.js';
import { candidacyStanding } from './standing/standing.projection.js';
import { showStandingSlice } from './standing/standing.query.js';
import { summonCandidateSlice } from './summon-candidate/summon-candidate.slice.js';
import { suspendCandidacySlice } from './suspend-candidacy/suspend-candidacy.slice.js';
import { transferCandidateSlice } from './transfer-candidate/transfer-candidate.slice.js';
import { transferList } from './transfer-list/transfer-list.projection.js';
import { listTransfersSlice } from './transfer-list/transfer-list.query.js';
import { unfreezeMarksSlice } from './unfreeze-marks/unfreeze-marks.slice.js';
import { voidEnrolmentSlice } from './void-enrolment/void-enrolment.slice.js';
import { withdrawCandidacySlice } from './withdraw-candidacy/withdraw-candidacy.slice.js';
import { withdrawEvidenceSlice } from './withdraw-evidence/withdraw-evidence.slice.js';

/** What this library brings: its stream, its commands and its read model. */
export const candidacyModule = domainModule({
  name: 'candidacy',
  streams: [candidacyStream],
  projections: [
    candidateFile,
    evaluationList,
    candidateEvidence,
    transferList,
    candidacyStanding,
    rulesCommunications,
    informedCandidacies,
  ],
  reactions: [reportTransferWhenTransferRefused],
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
    [ReceiveEvidenceFileController, EvidenceFiles],
    attachEvidenceSlice,
    replaceEvidenceSlice,
    withdrawEvidenceSlice,
    purgeEvidenceSlice,
    listCandidateEvidenceSlice,
    [EvidenceFileController],
    transferCandidateSlice,
    settleTransferSlice,
    reportRefusedTransferSlice,
    listTransfersSlice,
    grantEquivalenceSlice,
    revokeEquivalenceSlice,
    carryOverBlockSlice,
    revokeCarryOverSlice,
    grantAttemptSlice,
    declareAssessorLinkSlice,
    clearAssessorLinkSlice,
    summonCandidateSlice,
    reportIncidentSlice,
    hearCandidateSlice,
    decideSanctionSlice,
    liftSanctionSlice,
    freezeMarksSlice,
    freezeSessionSlice,
    unfreezeMarksSlice,
    showStandingSlice,
    rescheduleCohortSlice,
    rescheduleSessionSlice,
    repinRulesSlice,
    repinFrameworkSlice,
    communicateRulesSlice,
    showRulesCommunicationsSlice,
    [null, CohortCandidacies],
  ],
});
