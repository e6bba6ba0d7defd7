import { commandSlice } from '@minutier/intake';

import { GroupWorks } from '../group-works.js';
import { refusedGroupWorkLine } from './record-group-work-line.decide.js';
import { RetryGroupWorkLine } from './retry-group-work-line.command.js';
import { retryGroupWorkLine } from './retry-group-work-line.decide.js';

export const retryGroupWorkLineSlice = commandSlice(RetryGroupWorkLine, {
  needs: [GroupWorks],
  execute: (command, groupWorks) => groupWorks.carry(command, retryGroupWorkLine, refusedGroupWorkLine),
});
