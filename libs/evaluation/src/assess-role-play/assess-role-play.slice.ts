import { commandSlice } from '@minutier/intake';

import { Marks } from '../marks.js';
import { AssessRolePlay } from './assess-role-play.command.js';
import { assessRolePlay } from './assess-role-play.decide.js';

export const assessRolePlaySlice = commandSlice(AssessRolePlay, {
  post: 'candidacies/:candidacyId/role-plays',
  tag: 'evaluations',
  summary: 'Enregistre une mise en situation professionnelle individuelle',
  needs: [Marks],
  execute: (command, marks) => marks.assess(command, assessRolePlay),
});
