import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { AppendTooLarge, Ledger, LedgerCorrupted } from '@minutier/ledger';

import { Frames } from '../frames.js';
import { groupWorkStream } from '../groupwork.state.js';
import { RecordGroupWorkLine } from './record-group-work-line.command.js';
import { recordGroupWorkLine, refusedGroupWorkLine } from './record-group-work-line.decide.js';

export const recordGroupWorkLineSlice = commandSlice(RecordGroupWorkLine, {
  needs: [Ledger, Frames],
  async execute(command, ledger, frames) {
    const { state: groupWork } = await ledger.load(groupWorkStream, command.groupWorkId);
    if (groupWork.status === 'absent')
      throw new LedgerCorrupted(`group work ${command.groupWorkId} has a line but no header`);
    const frame = await frames.ofCandidacy(command.candidacyId, [], groupWork.centreId);
    try {
      return await ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
        recordGroupWorkLine(sealed, candidacy, groupWork, frame),
      );
    } catch (error) {
      if (!(error instanceof AppendTooLarge)) throw error;
      // The group's part and the member's, each within bounds, may not fit one event together: the file says so.
      return ledger.execute(candidacyStream, command.candidacyId, command, (sealed) =>
        refusedGroupWorkLine(sealed, groupWork, error.code),
      );
    }
  },
});
