import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID } from '../../../candidacy/src/candidacy.examples.js';
import { lineReported, MARK_SHEET_ID, sheetAccepted, sheetLineAccepted, sheetVoided } from '../marksheet.examples.js';
import { markSheetStream } from '../marksheet.state.js';
import { reportLineWhenSheetLineRefused } from './report-line-when-sheet-line-refused.reactor.js';
import type { ReportSheetLine } from './report-sheet-line.command.js';
import { reportSheetLine } from './report-sheet-line.decide.js';

const { given } = specification(markSheetStream, reportSheetLine);
const accepted = [sheetAccepted(), sheetLineAccepted()] as const;
const refused = 'EVALUATION_ALREADY_RECORDED';
const reporting = (what: ReportSheetLine['what']) =>
  commandWith<ReportSheetLine>({
    context: commandContext(),
    markSheetId: MARK_SHEET_ID,
    line: 1,
    candidacyId: CANDIDACY_ID,
    refused,
    what,
  });

describe('a refusal of a line', () => {
  it('is reported to its sheet once', () => {
    given(...accepted)
      .when(reporting('line'))
      .then(lineReported());
    given(...accepted, lineReported())
      .when(reporting('line'))
      .thenNothing();
  });

  it('is not reported once the sheet is voided; that of the voiding is', () => {
    given(...accepted, sheetVoided)
      .when(reporting('line'))
      .thenNothing();
    given(...accepted, sheetVoided)
      .when(reporting('voiding'))
      .then({
        type: 'MarkSheetVoidingReportedRefused',
        data: { markSheetId: MARK_SHEET_ID, line: 1, candidacyId: CANDIDACY_ID, refused },
      });
  });

  it('concerns no sheet where it came from a group’s work', () => {
    const { react, name } = reportLineWhenSheetLineRefused;
    expect(name).toBe('report-line-when-sheet-line-refused');
    const origin = { kind: 'group-work', id: MARK_SHEET_ID, line: 1 };
    const event = { type: 'VoidingRefused', data: { origin, refused } };
    expect(react(logged(`candidacy-${CANDIDACY_ID}`, event))).toEqual([]);
  });
});
