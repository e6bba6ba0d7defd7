import { commandSlice } from '@minutier/intake';
import { CommandRefused, derivedId, isRefusal, Ledger } from '@minutier/ledger';

import { Frames } from '../frames.js';
import { markSheetStream } from '../marksheet.state.js';
import { SheetLines } from '../sheet-lines.js';
import { ImportMarkSheet } from './import-mark-sheet.command.js';
import { importMarkSheet } from './import-mark-sheet.decide.js';
import { dryRun } from './dry-run.decide.js';

export const importMarkSheetSlice = commandSlice(ImportMarkSheet, {
  post: 'cohorts/:cohortId/evaluations::import',
  tag: 'mark sheets',
  summary: 'Importe une feuille de notes, ou dit à blanc ce que deviendrait chaque ligne',
  needs: [Ledger, Frames, SheetLines],
  async execute(command, ledger, frames, sheetLines) {
    const { context, cohortId, assessorIds, centreId } = command;
    const markSheetId = derivedId('marksheet', cohortId, context.commandId);
    const prepared = await sheetLines.prepared(command, markSheetId);
    if (isRefusal(prepared)) throw new CommandRefused(prepared.refused, prepared.because, prepared.pointer);
    const { sheet, blank, digested } = prepared;
    const frame = await frames.ofCohort(cohortId, assessorIds, centreId);
    if (command.dryRun) {
      const { state } = await ledger.load(markSheetStream, markSheetId);
      return dryRun(sheet, state, frame, blank);
    }
    return ledger.execute(
      markSheetStream,
      markSheetId,
      command,
      (_command, state) => importMarkSheet(sheet, state, frame),
      { digested },
    );
  },
});
