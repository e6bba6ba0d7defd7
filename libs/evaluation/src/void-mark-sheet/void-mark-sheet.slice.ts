import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { markSheetStream } from '../marksheet.state.js';
import { VoidMarkSheet } from './void-mark-sheet.command.js';
import { voidMarkSheet } from './void-mark-sheet.decide.js';

export const voidMarkSheetSlice = commandSlice(VoidMarkSheet, {
  post: 'mark-sheets/:markSheetId/voidings',
  tag: 'mark sheets',
  summary: 'Annule une feuille de notes entière',
  needs: [Ledger],
  execute: (command, ledger) =>
    ledger.execute(markSheetStream, command.markSheetId, command, (_command, sheet) => voidMarkSheet(command, sheet)),
});
