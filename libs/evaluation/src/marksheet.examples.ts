import { CANDIDACY_ID, mark } from '../../candidacy/src/candidacy.examples.js';
import { COHORT_ID } from '../../cohort/src/cohort.examples.js';
import type { MarkSheetAccepted, MarkSheetEvent, SheetLineAccepted } from './marksheet.events.js';
import { type AcceptedMarkSheet, markSheetStream } from './marksheet.state.js';

export const MARK_SHEET_ID = '5f0f3c1e-5e37-5000-8000-000000000001';
export const SHEET_ASSESSOR = 'a0000000-0000-4000-8000-000000000101';

/** A sheet of case studies on line F1-M1, with one line. */
export function sheetAccepted(changes: Partial<MarkSheetAccepted['data']> = {}): MarkSheetAccepted {
  return {
    type: 'MarkSheetAccepted',
    data: {
      markSheetId: MARK_SHEET_ID,
      cohortId: COHORT_ID,
      kind: 'case-study',
      modality: 'F1-M1',
      occurrence: 1,
      centreId: null,
      heldOn: '2019-01-15',
      sittingId: null,
      written: true,
      oral: false,
      language: 'fr',
      taskCode: 'EC-2019-03',
      partners: [],
      byAnonymityNumber: false,
      file: null,
      lineCount: 1,
      rules: { id: 'reglement-28684', version: 1 },
      ...changes,
    },
  };
}

/** The line of the story's candidate: 14.5 from one assessor. */
export function sheetLineAccepted(changes: Partial<SheetLineAccepted['data']> = {}): SheetLineAccepted {
  return {
    type: 'SheetLineAccepted',
    data: {
      markSheetId: MARK_SHEET_ID,
      line: 1,
      candidacyId: CANDIDACY_ID,
      anonymityNumber: null,
      session: 1,
      attempt: 1,
      outcome: mark('14.5'),
      assessors: [{ assessorId: SHEET_ASSESSOR, result: null }],
      agreedBy: 'single',
      exercises: [],
      accommodationIds: [],
      appreciation: null,
      ...changes,
    },
  };
}

export const lineReported = (refused = 'EVALUATION_ALREADY_RECORDED'): MarkSheetEvent => ({
  type: 'SheetLineReportedRefused',
  data: { markSheetId: MARK_SHEET_ID, line: 1, candidacyId: CANDIDACY_ID, refused },
});

export const sheetVoided: MarkSheetEvent = {
  type: 'MarkSheetVoided',
  data: {
    reason: { code: 'wrong-file', text: null },
    authority: { code: 'examination-office', document: 'NOTE-12' },
    lineCount: 1,
  },
};

/** A sheet after these facts, beside its header and its line. */
export function markSheet(...facts: readonly MarkSheetEvent[]): AcceptedMarkSheet {
  const story = [sheetAccepted(), sheetLineAccepted(), ...facts];
  return story.reduce(markSheetStream.evolve, markSheetStream.initial) as AcceptedMarkSheet;
}
