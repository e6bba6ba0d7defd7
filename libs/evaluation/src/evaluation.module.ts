import { domainModule } from '@minutier/intake';

import { AssessCaseStudyController } from './assess-case-study/assess-case-study.controller.js';
import { AssessCaseStudyHandler } from './assess-case-study/assess-case-study.handler.js';
import { AssessCompanyController } from './assess-company/assess-company.controller.js';
import { AssessCompanyHandler } from './assess-company/assess-company.handler.js';
import { AssessGroupRolePlayController } from './assess-group-role-play/assess-group-role-play.controller.js';
import { AssessGroupRolePlayHandler } from './assess-group-role-play/assess-group-role-play.handler.js';
import { AssessOralDefenceController } from './assess-oral-defence/assess-oral-defence.controller.js';
import { AssessOralDefenceHandler } from './assess-oral-defence/assess-oral-defence.handler.js';
import { AssessRolePlayController } from './assess-role-play/assess-role-play.controller.js';
import { AssessRolePlayHandler } from './assess-role-play/assess-role-play.handler.js';
import { CorrectEvaluationController } from './correct-evaluation/correct-evaluation.controller.js';
import { CorrectEvaluationHandler } from './correct-evaluation/correct-evaluation.handler.js';
import { Frames } from './frames.js';
import { GroupWorkController } from './group-work/group-work.controller.js';
import { groupWorks } from './group-work/group-work.projection.js';
import { ListGroupWorksHandler, ShowGroupWorkHandler } from './group-work/group-work.query.js';
import { groupWorkStream } from './groupwork.state.js';
import { RecordGroupWorkLineHandler } from './record-line-when-group-role-play-assessed/record-group-work-line.handler.js';
import { recordLineWhenGroupRolePlayAssessed } from './record-line-when-group-role-play-assessed/record-line-when-group-role-play-assessed.reactor.js';
import { ReportGroupWorkLineHandler } from './report-line-when-group-work-line-refused/report-group-work-line.handler.js';
import { reportLineWhenGroupWorkLineRefused } from './report-line-when-group-work-line-refused/report-line-when-group-work-line-refused.reactor.js';

/** What this library brings: group works, the recording of evaluations, and the reactions that carry lines to files. */
export const evaluationModule = domainModule({
  name: 'evaluation',
  streams: [groupWorkStream],
  projections: [groupWorks],
  reactions: [recordLineWhenGroupRolePlayAssessed, reportLineWhenGroupWorkLineRefused],
  slices: [
    [AssessCaseStudyController, AssessCaseStudyHandler],
    [AssessRolePlayController, AssessRolePlayHandler],
    [AssessCompanyController, AssessCompanyHandler],
    [AssessOralDefenceController, AssessOralDefenceHandler],
    [AssessGroupRolePlayController, AssessGroupRolePlayHandler],
    [CorrectEvaluationController, CorrectEvaluationHandler],
    [GroupWorkController, ShowGroupWorkHandler, ListGroupWorksHandler],
    [null, RecordGroupWorkLineHandler, ReportGroupWorkLineHandler, Frames],
  ],
});
