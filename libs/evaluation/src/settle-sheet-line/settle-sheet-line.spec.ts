import type { SealedCommand } from '@minutier/ledger';
import { commandContext, commandWith, specification } from '@minutier/testing';

import { CANDIDACY_ID } from '../../../candidacy/src/candidacy.examples.js';
import { lineReported, MARK_SHEET_ID, sheetAccepted, sheetLineAccepted } from '../marksheet.examples.js';
import { markSheetStream } from '../marksheet.state.js';
import type { SettleSheetLine } from './settle-sheet-line.command.js';
import { settleSheetLine } from './settle-sheet-line.decide.js';

const { given } = specification(markSheetStream, settleSheetLine);
const accepted = [sheetAccepted(), sheetLineAccepted()] as const;
const settling = (changes: Partial<SealedCommand<SettleSheetLine>> = {}) =>
  commandWith<SealedCommand<SettleSheetLine>>({
    context: commandContext(),
    markSheetId: MARK_SHEET_ID,
    line: 1,
    settlement: 'dropped',
    reason: 'already-recorded',
    explanation: null,
    authority: { code: 'examination-office', document: 'NOTE-12' },
    ...changes,
  });
const settled = (settlement: 'dropped' | 'tried-again') => ({
  type: 'SheetLineSettled' as const,
  data: {
    markSheetId: MARK_SHEET_ID,
    line: 1,
    candidacyId: CANDIDACY_ID,
    settlement,
    eventId: null,
    reason: { code: 'already-recorded' as const, text: null },
    authority: { code: 'examination-office' as const, document: 'NOTE-12' },
  },
});

describe('settling a refused line of a sheet', () => {
  it('closes it', () => {
    given(...accepted, lineReported())
      .when(settling())
      .then(settled('dropped'));
  });

  it('may be done again where it was tried again and refused again', () => {
    given(...accepted, lineReported(), settled('tried-again'), lineReported())
      .when(settling())
      .then(settled('dropped'));
  });

  it('is refused for a line that is not there, not refused, or settled', () => {
    given(...accepted)
      .when(settling({ line: 2 }))
      .thenRefuses('LINE_UNKNOWN', '/line');
    given(...accepted)
      .when(settling())
      .thenRefuses('LINE_NOT_REFUSED', '/line');
    given(...accepted, lineReported(), settled('dropped'))
      .when(settling())
      .thenRefuses('LINE_ALREADY_SETTLED', '/line');
  });
});
