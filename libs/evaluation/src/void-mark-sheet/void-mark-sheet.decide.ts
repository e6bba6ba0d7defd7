import { authorityOf } from '@minutier/framework';
import { type Decision, refuse } from '@minutier/ledger';

import type { MarkSheetEvent } from '../marksheet.events.js';
import type { MarkSheet } from '../marksheet.state.js';
import type { VoidMarkSheet } from './void-mark-sheet.command.js';

/** A sheet counts for nothing: every line of it is voided, whatever became of it, and each file answers for its own. */
export function voidMarkSheet(
  { markSheetId, reason, authority }: Pick<VoidMarkSheet, 'markSheetId' | 'reason' | 'authority'>,
  sheet: MarkSheet,
): Decision<MarkSheetEvent, 'MARK_SHEET_UNKNOWN' | 'MARK_SHEET_ALREADY_VOIDED'> {
  if (sheet.status === 'absent')
    return refuse('MARK_SHEET_UNKNOWN', undefined, 'Cette feuille n’existe pas.', 'There is no such sheet.');
  if (sheet.voided)
    return refuse(
      'MARK_SHEET_ALREADY_VOIDED',
      undefined,
      'Cette feuille est déjà annulée.',
      'This sheet is voided already.',
    );
  const { lines } = sheet;
  return [
    {
      type: 'MarkSheetVoided',
      // It concerns several: what is to be said in words stands in the authority's document.
      data: { reason: { code: reason, text: null }, authority: authorityOf(authority), lineCount: lines.length },
    },
    ...lines.map(({ line, candidacyId }) => ({
      type: 'SheetLineVoided' as const,
      data: { markSheetId, line, candidacyId },
    })),
  ];
}
