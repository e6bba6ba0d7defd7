import { type Candidacy, type CandidacyEvent, type CompanyFacts, routeOn } from '@minutier/candidacy';
import { type Decision, isRefusal, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { assess, type AssessmentRefusal } from '../assessment.js';
import type { Frame } from '../frame.js';
import type { AssessCompany } from './assess-company.command.js';

export type AssessCompanyRefusal = AssessmentRefusal | CompanyRefusal;
type CompanyRefusal =
  'COMPANY_MISSING' | 'TUTOR_UNKNOWN' | 'PERIOD_REVERSED' | 'PERIOD_AFTER_EVALUATION' | 'CONTEXT_MISMATCH';

/** A company assessment rests on a period in a company, under the eye of its tutor (F6: « en stage ou contrat de professionnalisation »). */
export function assessCompany(
  command: SealedCommand<AssessCompany>,
  candidacy: Candidacy,
  frame: Frame,
): Decision<CandidacyEvent, AssessCompanyRefusal> {
  const route = candidacy.status === 'enrolled' ? routeOn(candidacy, command.heldOn) : undefined;
  const assessed = assess(command, candidacy, frame, {
    kind: 'company-assessment',
    facts: factsFrom(command, route, frame.unknown),
  });
  return isRefusal(assessed) ? assessed : [{ type: 'CompanyAssessed', data: assessed }];
}

function factsFrom(
  { facts, company, missions, heldOn }: SealedCommand<AssessCompany>,
  route: string | undefined,
  unknown: ReadonlySet<string>,
): CompanyFacts | Refusal<CompanyRefusal> | undefined {
  if (!facts) return undefined;
  const { companyTutorId, context, period, daysPresent } = facts;
  if (!company)
    return refuse('COMPANY_MISSING', '/company', 'L’entreprise est obligatoire.', 'The company is required.');
  if (unknown.has(companyTutorId))
    return refuse(
      'TUTOR_UNKNOWN',
      '/facts/companyTutorId',
      'Ce tuteur n’est pas connu du coffre.',
      'The vault does not know this tutor.',
    );
  if (period.to < period.from)
    return refuse(
      'PERIOD_REVERSED',
      '/facts/period/to',
      'La période finirait avant de commencer.',
      'The period would end before it starts.',
    );
  if (period.from > heldOn)
    return refuse(
      'PERIOD_AFTER_EVALUATION',
      '/facts/period/from',
      'La période commence après l’évaluation.',
      'The period starts after the evaluation.',
    );
  if ((context === 'professionalisation-contract') !== (route === 'CQ')) {
    return refuse(
      'CONTEXT_MISMATCH',
      '/facts/context',
      `Le contexte ne correspond pas à la voie d’accès du candidat (${route}).`,
      `The context does not fit the candidate’s access route (${route}).`,
    );
  }
  return {
    company,
    companyTutorId,
    context,
    period: { from: period.from, to: period.to },
    daysPresent: daysPresent ?? null,
    missions,
  };
}
