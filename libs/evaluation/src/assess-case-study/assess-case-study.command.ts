import { CodeField, ObjectField, PersonalTextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { AssessmentInput } from '../assessment-input.js';

export class CaseStudyFactsInput {
  @CodeField({ description: 'Code of the subject.', example: 'EC-2019-03' })
  readonly subjectCode!: string;
}

/** Records a case study (étude de cas). */
export class AssessCaseStudy extends AssessmentInput {
  @ObjectField(() => CaseStudyFactsInput, { description: 'The subject.', optional: true })
  readonly facts?: CaseStudyFactsInput;

  @PersonalTextField('appraisal', {
    description: 'The subject in words, where it was the candidate’s own.',
    optional: true,
  })
  readonly subject?: Personal;
}
