import { CORRECTION_REASONS } from '@minutier/candidacy';
import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, ObjectField } from '@minutier/intake';

import { ConductInput, OutcomeInput } from '../assessment-input.js';

/** Corrects an evaluation: what stood before stays readable, with the reason and the authority. */
export class CorrectEvaluation extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The evaluation.' })
  readonly evaluationId!: string;

  @ObjectField(() => OutcomeInput, {
    description: 'What it should say.',
    example: { kind: 'result', result: { scale: 'twenty', value: '15' } },
  })
  readonly outcome!: OutcomeInput;

  @ObjectField(() => ConductInput, { description: 'How it was held, where that changes too.', optional: true })
  readonly conduct?: ConductInput;

  @ChoiceField(CORRECTION_REASONS, { description: 'Why.', example: 'keying-error' })
  readonly reason!: (typeof CORRECTION_REASONS)[number];
}
