import { domainModule } from '@minutier/intake';
import { assessCaseStudySlice } from './assess-case-study/assess-case-study.slice.js';
import { assessCompanySlice } from './assess-company/assess-company.slice.js';
import { assessExercisesSlice } from './assess-exercises/assess-exercises.slice.js';
import { assessGroupExercisesSlice } from './assess-group-exercises/assess-group-exercises.slice.js';
import { assessGroupRolePlaySlice } from './assess-group-role-play/assess-group-role-play.slice.js';
import { assessGroupTutoredProjectSlice } from './assess-group-tutored-project/assess-group-tutored-project.slice.js';
import { assessOralDefenceSlice } from './assess-oral-defence/assess-oral-defence.slice.js';
import { assessProfessionalReportSlice } from './assess-professional-report/assess-professional-report.slice.js';
import { assessRolePlaySlice } from './assess-role-play/assess-role-play.slice.js';
import { assessTutoredProjectSlice } from './assess-tutored-project/assess-tutored-project.slice.js';
import { assessVaeFileSlice } from './assess-vae-file/assess-vae-file.slice.js';
import { assessVaeInterviewSlice } from './assess-vae-interview/assess-vae-interview.slice.js';
import { correctCircumstancesSlice } from './correct-circumstances/correct-circumstances.slice.js';
import { correctEvaluationSlice } from './correct-evaluation/correct-evaluation.slice.js';
import { decideReattributionSlice } from './decide-reattribution/decide-reattribution.slice.js';
import { showEvaluationCentreSlice } from './evaluation-centre/evaluation-centre.query.js';
import { Frames } from './frames.js';
import { groupWorks } from './group-work/group-work.projection.js';
import { listGroupWorksSlice, showGroupWorkSlice } from './group-work/group-work.query.js';
import { GroupWorks } from './group-works.js';
import { groupWorkStream } from './groupwork.state.js';
import { Marks } from './marks.js';
import { moveEvaluationsWhenReattributionDecided } from './move-evaluations-when-reattribution-decided/move-evaluations-when-reattribution-decided.reactor.js';
import { moveEvaluationsSlice } from './move-evaluations-when-reattribution-decided/move-evaluations.slice.js';
import { reattributionList } from './reattribution-list/reattribution-list.projection.js';
import { listReattributionsSlice, showReattributionSlice } from './reattribution-list/reattribution-list.query.js';
import { reattributionStream } from './reattribution.state.js';
import { receiveTransferWhenTransferredOut } from './receive-transfer-when-transferred-out/receive-transfer-when-transferred-out.reactor.js';
import { receiveTransferSlice } from './receive-transfer-when-transferred-out/receive-transfer.slice.js';
import { recordGroupWorkLineSlice } from './record-line-when-group-role-play-assessed/record-group-work-line.slice.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed/record-line-when-group-role-play-assessed.reactor.js';
import { retryGroupWorkLineSlice } from './record-line-when-group-role-play-assessed/retry-group-work-line.slice.js';
import { settleGroupWorkRefusalSlice } from './record-line-when-group-role-play-assessed/settle-group-work-refusal.slice.js';
import { voidGroupWorkLineSlice } from './record-line-when-group-role-play-assessed/void-group-work-line.slice.js';
import { replaceAppreciationSlice } from './replace-appreciation/replace-appreciation.slice.js';
import { reportGroupWorkLineSlice } from './report-line-when-group-work-line-refused/report-group-work-line.slice.js';
import { reportGroupWorkVoidingSlice } from './report-line-when-group-work-line-refused/report-group-work-voiding.slice.js';
import { reportLineWhenGroupWorkLineRefused } from './report-line-when-group-work-line-refused/report-line-when-group-work-line-refused.reactor.js';
import { reportMovesWhenReattributionRefused } from './report-moves-when-reattribution-refused/report-moves-when-reattribution-refused.reactor.js';
import { reportRefusedMovesSlice } from './report-moves-when-reattribution-refused/report-refused-moves.slice.js';
import { settleGroupWorkLineSlice } from './settle-group-work-line/settle-group-work-line.slice.js';
import { settleReattributionSlice } from './settle-reattribution/settle-reattribution.slice.js';
import { settleMoveRefusalSlice } from './settle-refusal-when-reattribution-settled/settle-move-refusal.slice.js';
import { settleRefusalWhenReattributionSettled } from './settle-refusal-when-reattribution-settled/settle-refusal-when-reattribution-settled.reactor.js';
import { submitBlindMarkSlice } from './submit-blind-mark/submit-blind-mark.slice.js';
import { voidEvaluationSlice } from './void-evaluation/void-evaluation.slice.js';
import { voidGroupWorkSlice } from './void-group-work/void-group-work.slice.js';
import { withdrawBlindMarkSlice } from './withdraw-blind-mark/withdraw-blind-mark.slice.js';
import { importMarkSheetSlice } from './import-mark-sheet/import-mark-sheet.slice.js';
import { markSheets } from './mark-sheet/mark-sheet.projection.js';
import { listMarkSheetsSlice, showMarkSheetSlice } from './mark-sheet/mark-sheet.query.js';
import { sheetLines } from './mark-sheet/sheet-lines.projection.js';
import { markSheetStream } from './marksheet.state.js';
import { showBlankMarkSheetSlice } from './blank-mark-sheet/blank-mark-sheet.query.js';
import { SheetLines } from './sheet-lines.js';
import { settleSheetLineSlice } from './settle-sheet-line/settle-sheet-line.slice.js';
import { voidMarkSheetSlice } from './void-mark-sheet/void-mark-sheet.slice.js';
import { recordSheetLineSlice } from './record-line-when-sheet-line-accepted/record-sheet-line.slice.js';
import { recordLineWhenSheetLineAccepted } from './record-line-when-sheet-line-accepted/record-line-when-sheet-line-accepted.reactor.js';
import { reportSheetLineSlice } from './report-line-when-sheet-line-refused/report-sheet-line.slice.js';
import { reportLineWhenSheetLineRefused } from './report-line-when-sheet-line-refused/report-line-when-sheet-line-refused.reactor.js';

/** What this library brings: group works, the recording of evaluations, and the reactions that carry lines to files. */
export const evaluationModule = domainModule({
  name: 'evaluation',
  streams: [groupWorkStream, reattributionStream, markSheetStream],
  projections: [groupWorks, reattributionList, markSheets, sheetLines],
  reactions: [
    recordLineWhenGroupRolePlayAssessed,
    reportLineWhenGroupWorkLineRefused,
    receiveTransferWhenTransferredOut,
    moveEvaluationsWhenReattributionDecided,
    reportMovesWhenReattributionRefused,
    settleRefusalWhenReattributionSettled,
    recordLineWhenSheetLineAccepted,
    reportLineWhenSheetLineRefused,
  ],
  slices: [
    assessCaseStudySlice,
    assessRolePlaySlice,
    assessCompanySlice,
    assessOralDefenceSlice,
    assessGroupRolePlaySlice,
    correctEvaluationSlice,
    showEvaluationCentreSlice,
    showGroupWorkSlice,
    listGroupWorksSlice,
    recordGroupWorkLineSlice,
    reportGroupWorkLineSlice,
    receiveTransferSlice,
    [null, Frames, Marks],
    assessTutoredProjectSlice,
    assessProfessionalReportSlice,
    assessExercisesSlice,
    assessVaeFileSlice,
    assessVaeInterviewSlice,
    assessGroupTutoredProjectSlice,
    assessGroupExercisesSlice,
    voidGroupWorkSlice,
    settleGroupWorkLineSlice,
    voidGroupWorkLineSlice,
    retryGroupWorkLineSlice,
    settleGroupWorkRefusalSlice,
    reportGroupWorkVoidingSlice,
    [null, Frames, Marks, GroupWorks],
    correctCircumstancesSlice,
    replaceAppreciationSlice,
    voidEvaluationSlice,
    submitBlindMarkSlice,
    withdrawBlindMarkSlice,
    decideReattributionSlice,
    moveEvaluationsSlice,
    reportRefusedMovesSlice,
    settleReattributionSlice,
    settleMoveRefusalSlice,
    showReattributionSlice,
    listReattributionsSlice,
    importMarkSheetSlice,
    settleSheetLineSlice,
    voidMarkSheetSlice,
    showMarkSheetSlice,
    listMarkSheetsSlice,
    showBlankMarkSheetSlice,
    recordSheetLineSlice,
    reportSheetLineSlice,
    [null, SheetLines],
  ],
});
