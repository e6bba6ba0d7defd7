import { FlagField, IdField, ObjectField } from '@minutier/intake';

import { AssessmentInput } from '../assessment-input.js';
import { OralInput } from '../oral-input.js';

export class VaeInterviewFactsInput extends OralInput {
  @IdField({ description: 'Evaluation of the file that was discussed.', optional: true })
  readonly fileEvaluationId?: string;

  @FlagField({ description: 'Whoever accompanied the candidate was in the room.', example: false })
  readonly accompanistPresent!: boolean;
}

/** Records the interview of a VAE candidate with the examiners (entretien VAE). */
export class AssessVaeInterview extends AssessmentInput {
  @ObjectField(() => VaeInterviewFactsInput, { description: 'Panel, hours, place, file.', optional: true })
  readonly facts?: VaeInterviewFactsInput;
}
