import { commandSlice } from '@minutier/intake';

import { GroupWorks } from '../group-works.js';
import { VoidGroupWorkLine } from './void-group-work-line.command.js';
import { voidGroupWorkLine } from './void-group-work-line.decide.js';

export const voidGroupWorkLineSlice = commandSlice(VoidGroupWorkLine, {
  needs: [GroupWorks],
  execute: (command, groupWorks) => groupWorks.carry(command, voidGroupWorkLine),
});
