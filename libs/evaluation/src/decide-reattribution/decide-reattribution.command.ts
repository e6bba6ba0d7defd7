import { EVALUATION_GIVEN_REASONS } from '@minutier/candidacy';
import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField, IntegerField, ListField } from '@minutier/intake';

import type { ReattributionReason } from '../reattribution.events.js';

export class MoveInput {
  @IdField({ description: 'The file that gives.' })
  readonly fromCandidacyId!: string;

  @IdField({ description: 'The evaluation that leaves it.' })
  readonly fromEvaluationId!: string;

  @IdField({ description: 'The file that receives.' })
  readonly toCandidacyId!: string;

  @CodeField({ description: 'Line there, where it is another.', example: 'F8-M1', optional: true })
  readonly toModality?: string;

  @IntegerField({ description: 'Occurrence there, where it is another.', min: 1, max: 20, optional: true })
  readonly toOccurrence?: number;

  @IntegerField({ description: 'Attempt there, where it is another.', min: 1, max: 9, optional: true })
  readonly toAttempt?: number;

  @IntegerField({
    description: 'Session of the receiving file’s cohort, where it is another.',
    min: 1,
    max: 20,
    optional: true,
  })
  readonly toSession?: number;
}

/** Moves evaluations that stood on the wrong files to the right ones; two that were swapped are two moves. */
export class DecideReattribution extends ActOfAuthority {
  @CivilDateField({ description: 'Day of the decision.', example: '2019-03-12' })
  readonly decidedOn!: string;

  @ChoiceField(EVALUATION_GIVEN_REASONS, { description: 'Why.', example: 'swapped' })
  readonly reason!: ReattributionReason;

  @ListField(() => MoveInput, { description: 'The moves, made all or none.', min: 1, max: 30 })
  readonly moves!: MoveInput[];
}
