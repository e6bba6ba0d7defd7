import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessCaseStudy } from './assess-case-study.command.js';
import { assessCaseStudy } from './assess-case-study.decide.js';

export const assessCaseStudySlice = commandSlice(AssessCaseStudy, {
  post: 'candidacies/:candidacyId/case-studies',
  tag: 'evaluations',
  summary: 'Enregistre une étude de cas',
  needs: [Marks],
  execute: (command, marks) => marks.assess(command, assessCaseStudy),
});
