import { CodeField, IdField, ListField, ObjectField } from '@minutier/intake';

import { AssessmentInput, ResultInput } from '../assessment-input.js';

export class CompetencyFindingInput {
  @CodeField({ description: 'Competency of the framework.', example: 'A1-C1' })
  readonly code!: string;

  @ObjectField(() => ResultInput, { description: 'What the file shows of it.', example: { scale: 'apna', value: 'A' } })
  readonly result!: ResultInput;
}

export class VaeFileFactsInput {
  @IdField({ description: 'The validation file, as filed.' })
  readonly fileId!: string;

  @ListField(() => CompetencyFindingInput, { description: 'Findings by competency.', max: 200 })
  readonly competencies!: CompetencyFindingInput[];
}

/** Records the reading of a validation file (dossier de validation, VAE). */
export class AssessVaeFile extends AssessmentInput {
  @ObjectField(() => VaeFileFactsInput, { description: 'The file, and what it shows.', optional: true })
  readonly facts?: VaeFileFactsInput;
}
