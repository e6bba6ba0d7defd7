import {
  type EvaluationEvent,
  type EvaluationVoided,
  KIND_OF,
  type RefusalSettled,
  type SheetLineRefused,
  type VoidingRefused,
} from '@minutier/candidacy';
import { defineProjection, type LoggedEvent } from '@minutier/ledger';

import type { MarkSheetEvent, SheetLineAccepted, SheetLineSettled } from '../marksheet.events.js';

/** Where a line stands: on its way, in the candidate's file, refused there, settled by a person, or voided. */
export type SheetLineRow = SheetLineAccepted['data'] & {
  readonly standing: 'pending' | 'recorded' | 'refused' | 'settled' | 'voided';
  /** Why the file refused it, or its voiding. */
  readonly refused: string | null;
  readonly settlement: SheetLineSettled['data']['settlement'] | null;
  /** By which id the mark stands in the candidate's file; null where it never did. */
  readonly evaluationId: string | null;
};

type OfSheet = Extract<MarkSheetEvent, { data: { line: number } }>;
type OfFile = EvaluationEvent | SheetLineRefused | EvaluationVoided | VoidingRefused | RefusalSettled;

/** One row per line of a sheet, and what became of it in the candidate's file. */
export const sheetLines = defineProjection<SheetLineRow>({
  name: 'sheet_lines',
  version: 1,
  reads: [
    'SheetLineAccepted',
    'SheetLineSettled',
    'SheetLineVoided',
    ...Object.keys(KIND_OF),
    'SheetLineRefused',
    'EvaluationVoided',
    'VoidingRefused',
    'RefusalSettled',
  ],
  columns: { markSheetId: 'text' },
  indexed: ({ markSheetId }) => ({ markSheetId }),
  keysOf: (event) => {
    const named = lineOf(event);
    return named ? [lineKey(named.markSheetId, named.line)] : [];
  },
  partitionOf: (event) => lineOf(event)?.markSheetId ?? event.stream,
  project(row, event) {
    const { type, data } = event as unknown as OfSheet | OfFile;
    if (type === 'SheetLineAccepted')
      return { ...data, standing: 'pending', refused: null, settlement: null, evaluationId: null };
    return row && after(row, event as unknown as OfSheet | OfFile);
  },
});

/** The row after an event of its sheet or of its candidate's file. */
function after(row: SheetLineRow, event: OfSheet | OfFile): SheetLineRow {
  if (event.type in KIND_OF) {
    return { ...row, standing: 'recorded', refused: null, evaluationId: (event as EvaluationEvent).data.evaluationId };
  }
  const { type, data } = event as Exclude<OfSheet | OfFile, EvaluationEvent>;
  switch (type) {
    case 'SheetLineSettled': {
      const { settlement } = data;
      return settlement === 'tried-again'
        ? { ...row, settlement, standing: 'pending', refused: null }
        : { ...row, settlement, standing: 'settled' };
    }
    case 'SheetLineVoided':
      return row.settlement === 'dropped' ? row : { ...row, standing: 'pending', refused: null };
    case 'SheetLineRefused':
    case 'VoidingRefused':
      return { ...row, standing: 'refused', refused: data.refused };
    case 'EvaluationVoided':
      return { ...row, standing: 'voided', refused: null };
    case 'RefusalSettled':
      // A person settled it, which the sheet says itself; else the voiding did, of a line that never stood.
      return row.standing === 'pending' ? { ...row, standing: 'voided' } : row;
    case 'SheetLineAccepted':
    case 'SheetLineReportedRefused':
    case 'MarkSheetVoidingReportedRefused':
      return row;
  }
}

/** Sorts as the lines of a sheet do. */
function lineKey(markSheetId: string, line: number): string {
  return `${markSheetId} ${String(line).padStart(4, '0')}`;
}

function lineOf(event: LoggedEvent): { readonly markSheetId: string; readonly line: number } | undefined {
  const { type, data } = event as unknown as OfSheet | OfFile;
  if ('markSheetId' in data) return { markSheetId: data.markSheetId, line: data.line };
  if (type === 'SheetLineRefused') return undefined;
  const { origin } = data as { origin: { kind: string; id: string; line: number | null } | null };
  return origin?.kind === 'mark-sheet' && origin.line !== null
    ? { markSheetId: origin.id, line: origin.line }
    : undefined;
}
