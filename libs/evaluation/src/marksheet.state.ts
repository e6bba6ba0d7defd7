import { type StreamDefinition, unreachable } from '@minutier/ledger';

import {
  type MarkSheetAccepted,
  type MarkSheetEvent,
  markSheetTypes,
  type MarkSheetVoided,
  type SheetLineAccepted,
  type SheetLineSettled,
} from './marksheet.events.js';

/** One candidate's line, and what its file and persons made of it. */
export type SheetLine = SheetLineAccepted['data'] & {
  /** Why the file refused it, or its voiding; null while nothing is refused, or what was is tried again. */
  readonly refused: string | null;
  /** How the last refusal was settled; null while one waits, or there never was one. */
  readonly settlement: SheetLineSettled['data']['settlement'] | null;
  /** What was tried again last: a retry that is handled late still does what was asked. */
  readonly triedAgain: 'recording' | 'voiding' | null;
};

export type AcceptedMarkSheet = { readonly status: 'accepted' } & MarkSheetAccepted['data'] & {
    readonly lines: readonly SheetLine[];
    /** Why and on whose authority the whole was voided; null while it stands. */
    readonly voided: Omit<MarkSheetVoided['data'], 'lineCount'> | null;
  };

/** A sheet of marks, accepted whole; its lines reach the candidacies by reaction. */
export type MarkSheet = { readonly status: 'absent' } | AcceptedMarkSheet;

export const markSheetStream: StreamDefinition<MarkSheet, MarkSheetEvent> = {
  category: 'marksheet',
  initial: { status: 'absent' },
  types: markSheetTypes,
  evolve(state, event) {
    if (state.status === 'absent') {
      return event.type === 'MarkSheetAccepted'
        ? { status: 'accepted', ...event.data, lines: [], voided: null }
        : state;
    }
    switch (event.type) {
      case 'MarkSheetAccepted':
      case 'SheetLineVoided':
        return state;
      case 'SheetLineAccepted': {
        const line = { ...event.data, refused: null, settlement: null, triedAgain: null };
        return { ...state, lines: [...state.lines, line] };
      }
      case 'SheetLineReportedRefused':
      case 'MarkSheetVoidingReportedRefused':
        return changed(state, event.data.line, { refused: event.data.refused, settlement: null });
      case 'SheetLineSettled': {
        const { line, settlement } = event.data;
        const retried = { refused: null, triedAgain: state.voided ? 'voiding' : 'recording' } as const;
        return changed(state, line, { settlement, ...(settlement === 'tried-again' ? retried : {}) });
      }
      case 'MarkSheetVoided': {
        const { reason, authority } = event.data;
        // Whatever was refused before, each file now answers to the voiding.
        const lines = state.lines.map((line) => ({ ...line, refused: null }));
        return { ...state, lines, voided: { reason, authority } };
      }
      default:
        return unreachable(event);
    }
  },
};

function changed(sheet: AcceptedMarkSheet, number: number, change: Partial<SheetLine>): AcceptedMarkSheet {
  return { ...sheet, lines: sheet.lines.map((line) => (line.line === number ? { ...line, ...change } : line)) };
}

/** The line of that number; undefined where the sheet has none. */
export function sheetLine(sheet: MarkSheet, number: number): SheetLine | undefined {
  return sheet.status === 'accepted' ? sheet.lines[number - 1] : undefined;
}
