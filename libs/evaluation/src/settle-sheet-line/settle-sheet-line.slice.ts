import { candidacyStream } from '@minutier/candidacy';
import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { markSheetStream, sheetLine } from '../marksheet.state.js';
import { SettleSheetLine } from './settle-sheet-line.command.js';
import { settleSheetLine } from './settle-sheet-line.decide.js';

export const settleSheetLineSlice = commandSlice(SettleSheetLine, {
  post: 'mark-sheets/:markSheetId/settlements',
  tag: 'mark sheets',
  summary: 'Règle une ligne refusée d’une feuille de notes',
  needs: [Ledger],
  async execute(command, ledger) {
    const line = sheetLine((await ledger.load(markSheetStream, command.markSheetId)).state, command.line);
    const candidate = line && (await ledger.load(candidacyStream, line.candidacyId)).state;
    // The explanation is about the candidate: it is sealed under his key.
    const options = candidate?.status === 'enrolled' ? { personId: candidate.personId } : {};
    return ledger.execute(markSheetStream, command.markSheetId, command, settleSheetLine, options);
  },
});
