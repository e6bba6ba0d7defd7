import { commandSlice } from '@minutier/intake';

import { GroupWorks } from '../group-works.js';
import { AssessGroupTutoredProject } from './assess-group-tutored-project.command.js';
import { assessGroupTutoredProject } from './assess-group-tutored-project.decide.js';

export const assessGroupTutoredProjectSlice = commandSlice(AssessGroupTutoredProject, {
  post: 'cohorts/:cohortId/group-tutored-projects',
  tag: 'group works',
  summary: 'Enregistre un projet tutoré de groupe',
  needs: [GroupWorks],
  execute: (command, groupWorks) => groupWorks.accept(command, assessGroupTutoredProject, command.facts.tutors),
});
