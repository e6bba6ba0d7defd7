import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { AppendTooLarge, Ledger, LedgerCorrupted } from '@minutier/ledger';

import { Frames } from '../frames.js';
import { markSheetStream } from '../marksheet.state.js';
import { RecordSheetLine } from './record-sheet-line.command.js';
import { recordSheetLine, refusedSheetLine } from './record-sheet-line.decide.js';

export const recordSheetLineSlice = commandSlice(RecordSheetLine, {
  needs: [Ledger, Frames],
  async execute(command, ledger, frames) {
    const { candidacyId, markSheetId } = command;
    const { state: sheet } = await ledger.load(markSheetStream, markSheetId);
    if (sheet.status === 'absent') throw new LedgerCorrupted(`mark sheet ${markSheetId} has a line but no header`);
    const frame = await frames.ofCandidacy(candidacyId, [], sheet.centreId);
    try {
      return await ledger.execute(candidacyStream, candidacyId, command, (_command, candidacy) =>
        recordSheetLine(command, candidacy, sheet, frame),
      );
    } catch (error) {
      if (!(error instanceof AppendTooLarge)) throw error;
      return ledger.execute(candidacyStream, candidacyId, command, () => refusedSheetLine(command, sheet, error.code));
    }
  },
});
