import type { CaseStudyFacts, EnrolledCandidacy, ProfessionalReportFacts } from '@minutier/candidacy';
import { type Refusal, refuse, type Sealed } from '@minutier/ledger';

import type { BlindKind } from './blind.js';

export type BlindFactsRefusal = 'FACTS_MISSING' | 'FACTS_UNEXPECTED' | 'FILED_AFTER_HELD' | 'EVALUATION_NOT_FOUND';

/** What a blind mark says of the work that it is about. */
interface Given {
  readonly heldOn: string;
  readonly facts?: { readonly subjectCode?: string; readonly filedOn?: string; readonly companyEvaluationId?: string };
  readonly subject: Sealed | null;
  readonly reportTitle: Sealed | null;
}

export type BlindFacts = CaseStudyFacts | ProfessionalReportFacts;

/** The facts of the kind that is marked, and none of the other's. */
export function blindFacts(
  kind: BlindKind,
  { heldOn, facts = {}, subject, reportTitle }: Given,
  { evaluations }: EnrolledCandidacy,
): BlindFacts | Refusal<BlindFactsRefusal> {
  const { subjectCode, filedOn, companyEvaluationId } = facts;
  if (kind === 'case-study') {
    const foreign = filedOn ?? companyEvaluationId ?? reportTitle;
    if (foreign != null) return unexpected();
    return subjectCode === undefined ? missing('/facts/subjectCode') : { subjectCode, subject };
  }
  if (subjectCode !== undefined || subject !== null) return unexpected();
  if (filedOn === undefined) return missing('/facts/filedOn');
  if (filedOn > heldOn)
    return refuse(
      'FILED_AFTER_HELD',
      '/facts/filedOn',
      'Le rapport serait remis après avoir été évalué.',
      'The report would be handed in after it was assessed.',
    );
  if (companyEvaluationId !== undefined && evaluations.get(companyEvaluationId)?.kind !== 'company-assessment')
    return refuse(
      'EVALUATION_NOT_FOUND',
      '/facts/companyEvaluationId',
      'Cette évaluation en entreprise n’est pas dans le dossier du candidat.',
      'This company assessment is not in the candidate’s file.',
    );
  return { reportTitle, filedOn, companyEvaluationId: companyEvaluationId ?? null };
}

function missing(pointer: string): Refusal<'FACTS_MISSING'> {
  return refuse(
    'FACTS_MISSING',
    pointer,
    'Les faits propres à cette épreuve sont obligatoires.',
    'The facts of this kind of evaluation are required.',
  );
}

function unexpected(): Refusal<'FACTS_UNEXPECTED'> {
  return refuse(
    'FACTS_UNEXPECTED',
    '/facts',
    'Ces faits sont ceux d’un autre genre d’épreuve.',
    'These facts are those of another kind of evaluation.',
  );
}
