import { type Candidacy, type CandidacyEvent, evaluationsOf, type ProfessionalReportFacts } from '@minutier/candidacy';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import type { AssessProfessionalReport } from './assess-professional-report.command.js';

export type AssessProfessionalReportRefusal = AssessmentRefusal | ReportRefusal;
type ReportRefusal = 'FILED_AFTER_HELD' | 'EVALUATION_NOT_FOUND';

/** A report is handed in, then read by its assessors; it goes with the internship or contract that it tells of (F6). */
export function assessProfessionalReport(
  command: SealedCommand<AssessProfessionalReport>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessProfessionalReportRefusal> {
  const assessed = assess(command, candidacy, frame, {
    kind: 'professional-report',
    facts: factsFrom(command, candidacy),
  });
  return isRefusal(assessed) ? assessed : [{ type: 'ProfessionalReportAssessed', data: assessed }];
}

function factsFrom(
  { facts, reportTitle, heldOn }: SealedCommand<AssessProfessionalReport>,
  candidacy: Candidacy,
): ProfessionalReportFacts | Refusal<ReportRefusal> | undefined {
  if (!facts) return undefined;
  const { filedOn, companyEvaluationId } = facts;
  if (filedOn > heldOn)
    return refuse(
      'FILED_AFTER_HELD',
      '/facts/filedOn',
      'Le rapport serait remis après avoir été évalué.',
      'The report would be handed in after it was assessed.',
    );
  if (
    companyEvaluationId !== undefined &&
    evaluationsOf(candidacy).get(companyEvaluationId)?.kind !== 'company-assessment'
  ) {
    return refuse(
      'EVALUATION_NOT_FOUND',
      '/facts/companyEvaluationId',
      'Cette évaluation en entreprise n’est pas en vigueur dans le dossier du candidat.',
      'No such company assessment is in force in the candidate’s file.',
    );
  }
  return { reportTitle, filedOn, companyEvaluationId: companyEvaluationId ?? null };
}
