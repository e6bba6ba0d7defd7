import { candidacyStream } from '@minutier/candidacy';
import { commandContext, commandWith, logged, specification } from '@minutier/testing';

import { CANDIDACY_ID, caseStudyAssessed, conduct, enrolled } from '../../../candidacy/src/candidacy.examples.js';
import { frame } from '../assessment.examples.js';
import {
  lineReported,
  MARK_SHEET_ID,
  markSheet,
  SHEET_ASSESSOR,
  sheetLineAccepted,
  sheetVoided,
} from '../marksheet.examples.js';
import { recordLineWhenSheetLineAccepted } from './record-line-when-sheet-line-accepted.reactor.js';
import type { RecordSheetLine } from './record-sheet-line.command.js';
import { recordSheetLine } from './record-sheet-line.decide.js';

const { given } = specification(candidacyStream, recordSheetLine);
const origin = { kind: 'mark-sheet', id: MARK_SHEET_ID, line: 1 } as const;
const asking = (asked: RecordSheetLine['asked'] = 'record') =>
  commandWith<RecordSheetLine>({
    context: commandContext(),
    candidacyId: CANDIDACY_ID,
    markSheetId: MARK_SHEET_ID,
    line: 1,
    asked,
  });
const recorded = () =>
  caseStudyAssessed({
    modality: 'F1-M1',
    conduct: conduct({ assessors: [{ assessorId: SHEET_ASSESSOR, result: null, grid: null }] }),
    facts: { subjectCode: 'EC-2019-03', subject: null } as never,
    origin,
    centreId: null,
    appreciation: null,
  });
const refused = (code = 'EVALUATION_ALREADY_RECORDED') => ({
  type: 'SheetLineRefused' as const,
  data: { markSheetId: MARK_SHEET_ID, line: 1, modality: 'F1-M1', occurrence: 1, attempt: 1, refused: code },
});

describe('a line of a sheet', () => {
  it('is told to the file of its candidate, under a name that stays', () => {
    const { name, react } = recordLineWhenSheetLineAccepted;
    expect(name).toBe('record-line-when-sheet-line-accepted');
    const [asked] = react(logged(`marksheet-${MARK_SHEET_ID}`, sheetLineAccepted()));
    expect(asked!.stream).toBe(`candidacy-${CANDIDACY_ID}`);
    expect(asked!.command(commandContext())).toEqual({ ...asking() });
  });

  it('is recorded there with its origin, once', () => {
    given(enrolled()).when(asking(), markSheet(), frame()).then(recorded());
    given(enrolled(), recorded()).when(asking(), markSheet(), frame()).thenNothing();
  });

  it('leaves its refusal there where the place is filled', () => {
    const { data } = recorded();
    const byHand = { ...recorded(), data: { ...data, origin: null } };
    given(enrolled(), byHand).when(asking(), markSheet(), frame()).then(refused());
  });

  it('is tried again once the cause is gone, and closes its refusal', () => {
    given(enrolled(), refused()).when(asking('retry'), markSheet(lineReported()), frame()).then(recorded());
  });

  it('has its refusal closed as a person settled it, where it is open', () => {
    given(enrolled(), refused())
      .when(asking('dropped'), markSheet(lineReported()), frame())
      .then({ type: 'RefusalSettled', data: { origin, settlement: 'dropped' } });
    given(enrolled()).when(asking('dropped'), markSheet(), frame()).thenNothing();
  });

  it('is voided with its sheet; one that never stood is settled by that', () => {
    const voided = {
      type: 'EvaluationVoided' as const,
      data: {
        evaluationId: recorded().data.evaluationId,
        from: recorded().data.outcome,
        origin,
        sanctionId: null,
        reason: { code: 'sheet-voided' as const, text: null },
        authority: { code: 'examination-office' as const, document: 'NOTE-12' },
      },
    };
    given(enrolled(), recorded()).when(asking('void'), markSheet(sheetVoided), frame()).then(voided);
    given(enrolled(), refused())
      .when(asking('void'), markSheet(sheetVoided), frame())
      .then({ type: 'RefusalSettled', data: { origin, settlement: 'dropped' } });
    given(enrolled())
      .when(asking('void'), markSheet(sheetVoided), frame())
      .then({ type: 'VoidingRefused', data: { origin, refused: 'EVALUATION_NOT_FOUND' } });
  });
});
