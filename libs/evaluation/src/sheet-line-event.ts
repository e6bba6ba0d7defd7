import type { Candidacy, Conduct, EvaluationEvent } from '@minutier/candidacy';
import { isRefusal, type LedgerCommand, type Refusal } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from './assessment.js';
import type { Frame } from './frame.js';
import type { MarkSheetAccepted, SheetLineAccepted } from './marksheet.events.js';
import type { SealedAssessment } from './sealed-assessment.js';

/** The evaluation that a line of a sheet is in a candidate's file, or why the file does not take it. */
export function sheetLineEvent(
  sheet: MarkSheetAccepted['data'],
  line: SheetLineAccepted['data'],
  candidacy: Candidacy,
  frame: Frame,
  context: LedgerCommand['context'],
): EvaluationEvent | Refusal<AssessmentRefusal> {
  const { modality, occurrence, heldOn, centreId, taskCode, partners } = sheet;
  const { candidacyId, session, attempt, outcome, appreciation, accommodationIds, exercises } = line;
  const held = outcome.kind === 'result';
  const given: SealedAssessment = {
    context,
    candidacyId,
    modality,
    occurrence,
    attempt,
    session,
    heldOn,
    ...(centreId === null ? {} : { centreId }),
    accommodationIds,
    appreciation,
    outcome,
    conduct: held ? conductOf(sheet, line) : null,
  };
  const origin = { kind: 'mark-sheet', id: sheet.markSheetId, line: line.line } as const;
  switch (sheet.kind) {
    case 'case-study': {
      const facts = held ? { subjectCode: taskCode, subject: null } : undefined;
      const data = assess(given, candidacy, frame, { kind: 'case-study', facts, origin });
      return isRefusal(data) ? data : { type: 'CaseStudyAssessed', data };
    }
    case 'role-play': {
      const facts = held ? { scenarioCode: taskCode, partners, scenario: null } : undefined;
      const data = assess(given, candidacy, frame, { kind: 'role-play', facts, origin });
      return isRefusal(data) ? data : { type: 'RolePlayAssessed', data };
    }
    case 'exercises': {
      const facts = held ? { theme: taskCode, exercises } : undefined;
      const data = assess(given, candidacy, frame, { kind: 'exercises', facts, origin });
      return isRefusal(data) ? data : { type: 'ExercisesAssessed', data };
    }
  }
}

/** How a line was marked: what is the sheet's, and each assessor's own result. A sheet holds no grids. */
function conductOf(
  { written, oral, language, sittingId }: MarkSheetAccepted['data'],
  { assessors, agreedBy }: SheetLineAccepted['data'],
): Conduct {
  const parts = assessors.map((part) => ({ ...part, grid: null }));
  return { assessors: parts, agreedBy: agreedBy ?? 'single', written, oral, language, sittingId };
}
