import { CivilDateField, IdField, ObjectField, PersonalTextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { AssessmentInput } from '../assessment-input.js';

export class ProfessionalReportFactsInput {
  @CivilDateField({ description: 'Day on which it was handed in.', example: '2019-06-07' })
  readonly filedOn!: string;

  @IdField({ description: 'The company assessment that it goes with.', optional: true })
  readonly companyEvaluationId?: string;
}

/** Records a professional report (rapport professionnel), assessed by its readers. */
export class AssessProfessionalReport extends AssessmentInput {
  @ObjectField(() => ProfessionalReportFactsInput, { description: 'When it was handed in.', optional: true })
  readonly facts?: ProfessionalReportFactsInput;

  @PersonalTextField('appraisal', { description: 'Its title, sealed.', max: 300, optional: true })
  readonly reportTitle?: Personal;
}
