import { specification } from '@minutier/testing';

import { CANDIDACY_ID } from '../../../candidacy/src/candidacy.examples.js';
import { MARK_SHEET_ID, sheetAccepted, sheetLineAccepted, sheetVoided } from '../marksheet.examples.js';
import { markSheetStream } from '../marksheet.state.js';
import { voidMarkSheet } from './void-mark-sheet.decide.js';

const { given } = specification(markSheetStream, voidMarkSheet);
const authority = { code: 'examination-office', document: 'NOTE-12' } as const;
const voiding = { markSheetId: MARK_SHEET_ID, reason: 'wrong-file', authority } as const;

describe('voiding a sheet', () => {
  it('voids every line of it', () => {
    given(sheetAccepted(), sheetLineAccepted())
      .when(voiding)
      .then(sheetVoided, {
        type: 'SheetLineVoided',
        data: { markSheetId: MARK_SHEET_ID, line: 1, candidacyId: CANDIDACY_ID },
      });
  });

  it('is refused twice, or for no sheet', () => {
    given(sheetAccepted(), sheetLineAccepted(), sheetVoided).when(voiding).thenRefuses('MARK_SHEET_ALREADY_VOIDED');
    given().when(voiding).thenRefuses('MARK_SHEET_UNKNOWN');
  });
});
