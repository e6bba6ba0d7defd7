import { domainModule } from '@minutier/intake';

import { assessCaseStudySlice } from './assess-case-study/assess-case-study.slice.js';
import { assessCompanySlice } from './assess-company/assess-company.slice.js';
import { assessGroupRolePlaySlice } from './assess-group-role-play/assess-group-role-play.slice.js';
import { assessOralDefenceSlice } from './assess-oral-defence/assess-oral-defence.slice.js';
import { assessRolePlaySlice } from './assess-role-play/assess-role-play.slice.js';
import { correctEvaluationSlice } from './correct-evaluation/correct-evaluation.slice.js';
import { showEvaluationCentreSlice } from './evaluation-centre/evaluation-centre.query.js';
import { Frames } from './frames.js';
import { groupWorks } from './group-work/group-work.projection.js';
import { listGroupWorksSlice, showGroupWorkSlice } from './group-work/group-work.query.js';
import { groupWorkStream } from './groupwork.state.js';
import { Marks } from './marks.js';
import { receiveTransferSlice } from './receive-transfer-when-transferred-out/receive-transfer.slice.js';
import { receiveTransferWhenTransferredOut } from './receive-transfer-when-transferred-out/receive-transfer-when-transferred-out.reactor.js';
import { recordGroupWorkLineSlice } from './record-line-when-group-role-play-assessed/record-group-work-line.slice.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed/record-line-when-group-role-play-assessed.reactor.js';
import { reportGroupWorkLineSlice } from './report-line-when-group-work-line-refused/report-group-work-line.slice.js';
import { reportLineWhenGroupWorkLineRefused } from './report-line-when-group-work-line-refused/report-line-when-group-work-line-refused.reactor.js';

/** What this library brings: group works, the recording of evaluations, and the reactions that carry lines to files. */
export const evaluationModule = domainModule({
  name: 'evaluation',
  streams: [groupWorkStream],
  projections: [groupWorks],
  reactions: [
    recordLineWhenGroupRolePlayAssessed,
    reportLineWhenGroupWorkLineRefused,
    receiveTransferWhenTransferredOut,
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
  ],
});
