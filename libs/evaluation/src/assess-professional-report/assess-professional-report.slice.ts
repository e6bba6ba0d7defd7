import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessProfessionalReport } from './assess-professional-report.command.js';
import { assessProfessionalReport } from './assess-professional-report.decide.js';

export const assessProfessionalReportSlice = commandSlice(AssessProfessionalReport, {
  post: 'candidacies/:candidacyId/professional-reports',
  tag: 'evaluations',
  summary: 'Enregistre un rapport professionnel',
  needs: [Marks],
  execute: (command, marks) => marks.assess(command, assessProfessionalReport),
});
