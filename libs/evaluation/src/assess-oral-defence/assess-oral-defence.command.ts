import { CodeField, IdField, ObjectField } from '@minutier/intake';

import { AssessmentInput } from '../assessment-input.js';
import { OralInput } from '../oral-input.js';

export class OralDefenceFactsInput extends OralInput {
  @CodeField({ description: 'Code of what was defended (A09).', example: 'PROJET-PRO' })
  readonly subjectCode!: string;

  @IdField({ description: 'Evaluation of the report that was defended.', optional: true })
  readonly reportId?: string;
}

/** Records an oral defence before its panel (soutenance orale). */
export class AssessOralDefence extends AssessmentInput {
  @ObjectField(() => OralDefenceFactsInput, { description: 'Panel, hours, place, subject.', optional: true })
  readonly facts?: OralDefenceFactsInput;
}
