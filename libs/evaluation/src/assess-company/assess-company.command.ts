import { COMPANY_CONTEXTS } from '@minutier/candidacy';
import {
  ChoiceField,
  CivilDateField,
  CodeField,
  IdField,
  IntegerField,
  ObjectField,
  PersonalObjectField,
  PersonalTextField,
  TextField,
} from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { AssessmentInput } from '../assessment-input.js';

export class PeriodInput {
  @CivilDateField({ description: 'First day.', example: '2018-10-15' })
  readonly from!: string;

  @CivilDateField({ description: 'Last day.', example: '2019-06-14' })
  readonly to!: string;
}

export class CompanyInput {
  @TextField({ description: 'Name of the company.', example: 'Agence Exemple', max: 150 })
  readonly name!: string;

  @CodeField({ description: 'SIRET.', example: '00000000000000', pattern: /^\d{14}$/, optional: true })
  readonly siret?: string;
}

export class CompanyFactsInput {
  @IdField({ description: 'The company’s tutor, known to the vault.' })
  readonly companyTutorId!: string;

  @ChoiceField(COMPANY_CONTEXTS, { description: 'Under which contract.', example: 'professionalisation-contract' })
  readonly context!: (typeof COMPANY_CONTEXTS)[number];

  @ObjectField(() => PeriodInput, { description: 'Period in the company.' })
  readonly period!: PeriodInput;

  @IntegerField({ description: 'Days of presence.', example: 142, min: 0, max: 800, optional: true })
  readonly daysPresent?: number;
}

/** Records a tutored company assessment (évaluation tutorée en entreprise). */
export class AssessCompany extends AssessmentInput {
  @ObjectField(() => CompanyFactsInput, { description: 'Tutor, contract, period.', optional: true })
  readonly facts?: CompanyFactsInput;

  @PersonalObjectField('appraisal', () => CompanyInput, { description: 'The company, sealed.', optional: true })
  readonly company?: Personal<CompanyInput>;

  @PersonalTextField('appraisal', { description: 'Missions, sealed.', optional: true })
  readonly missions?: Personal;
}
