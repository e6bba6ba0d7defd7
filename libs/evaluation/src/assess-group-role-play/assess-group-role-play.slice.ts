import { commandSlice } from '@minutier/intake';

import { GroupWorks } from '../group-works.js';
import { AssessGroupRolePlay } from './assess-group-role-play.command.js';
import { assessGroupRolePlay } from './assess-group-role-play.decide.js';

export const assessGroupRolePlaySlice = commandSlice(AssessGroupRolePlay, {
  post: 'cohorts/:cohortId/group-role-plays',
  tag: 'group works',
  summary: 'Enregistre une mise en situation professionnelle d’un groupe',
  needs: [GroupWorks],
  execute: (command, groupWorks) => groupWorks.accept(command, assessGroupRolePlay),
});
