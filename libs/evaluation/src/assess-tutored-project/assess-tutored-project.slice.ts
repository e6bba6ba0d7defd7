import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessTutoredProject } from './assess-tutored-project.command.js';
import { assessTutoredProject } from './assess-tutored-project.decide.js';

export const assessTutoredProjectSlice = commandSlice(AssessTutoredProject, {
  post: 'candidacies/:candidacyId/tutored-projects',
  tag: 'evaluations',
  summary: 'Enregistre un projet tutoré individuel',
  needs: [Marks],
  execute: (command, marks) => marks.assess(command, assessTutoredProject, { persons: command.facts?.tutors ?? [] }),
});
