import type { MarkSheetEvent } from '../marksheet.events.js';
import { type MarkSheet, sheetLine } from '../marksheet.state.js';
import type { ReportSheetLine } from './report-sheet-line.command.js';

/** What a candidacy refused is reported once to the sheet, where a person finds it; of a voided sheet only the voidings. */
export function reportSheetLine(
  { markSheetId, line, candidacyId, refused, what }: ReportSheetLine,
  sheet: MarkSheet,
): readonly MarkSheetEvent[] {
  const standing = sheetLine(sheet, line);
  const isVoided = sheet.status === 'accepted' && sheet.voided !== null;
  if (!standing || standing.refused !== null || isVoided !== (what === 'voiding')) return [];
  const type = what === 'line' ? 'SheetLineReportedRefused' : 'MarkSheetVoidingReportedRefused';
  return [{ type, data: { markSheetId, line, candidacyId, refused } }];
}
