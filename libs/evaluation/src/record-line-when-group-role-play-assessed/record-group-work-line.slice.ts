import { commandSlice } from '@minutier/intake';

import { GroupWorks } from '../group-works.js';
import { RecordGroupWorkLine } from './record-group-work-line.command.js';
import { recordGroupWorkLine, refusedGroupWorkLine } from './record-group-work-line.decide.js';

export const recordGroupWorkLineSlice = commandSlice(RecordGroupWorkLine, {
  needs: [GroupWorks],
  execute: (command, groupWorks) => groupWorks.carry(command, recordGroupWorkLine, refusedGroupWorkLine),
});
