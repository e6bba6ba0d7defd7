import { ReasonedAct, type Route, ROUTES } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField, IntegerField, ListField } from '@minutier/intake';

import { TRANSFERRED_OUT_REASONS } from '../enrolment.events.js';

export class BroughtOverInput {
  @IdField({ description: 'Evaluation of this file.' })
  readonly evaluationId!: string;

  @CodeField({ description: 'Line that it fills there.', example: 'F1-M1' })
  readonly toModality!: string;

  @IntegerField({ description: 'Which of the line’s evaluations.', example: 1, min: 1, max: 20 })
  readonly toOccurrence!: number;

  @IntegerField({ description: 'Which attempt.', example: 1, min: 1, max: 9 })
  readonly toAttempt!: number;
}

/** Sends a candidate on to another cohort, with the results that count there. */
export class TransferCandidate extends ReasonedAct {
  @IdField({ description: 'The candidacy of departure.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The cohort of arrival.' })
  readonly toCohortId!: string;

  @ChoiceField(ROUTES, { description: 'Access route there.', example: 'FC' })
  readonly toRoute!: Route;

  @CivilDateField({ description: 'Day on which the candidacy here ends.', example: '2019-03-15' })
  readonly effectiveOn!: string;

  @IntegerField({
    description: 'Session there in which the results count; needed exactly where some are brought over.',
    example: 1,
    min: 1,
    max: 20,
    optional: true,
  })
  readonly toSession?: number;

  @ListField(() => BroughtOverInput, { description: 'Results that count there.', max: 60, optional: true })
  readonly broughtOver?: BroughtOverInput[];

  @CodeField({ description: 'Reference of the request.', example: 'DEM-2019-014', optional: true })
  readonly document?: string;

  @ChoiceField(TRANSFERRED_OUT_REASONS, { description: 'Why.', example: 'next-cohort' })
  readonly reason!: (typeof TRANSFERRED_OUT_REASONS)[number];
}
