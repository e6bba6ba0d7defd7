import { EVALUATION_CIRCUMSTANCES_CORRECTED_REASONS } from '@minutier/candidacy';
import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, IdsField, ObjectField } from '@minutier/intake';

export class CircumstancesInput {
  @CivilDateField({ description: 'Day on which it was held.', example: '2019-01-15' })
  readonly heldOn!: string;

  @IdField({ description: 'Centre that ran it; none: the certifier itself.', optional: true })
  readonly centreId?: string;

  @IdField({ description: 'The sitting.', optional: true })
  readonly sittingId?: string;

  @IdsField({ description: 'Accommodations that were applied.', max: 10, optional: true })
  readonly accommodationIds?: string[];
}

/** Corrects day, centre, sitting or accommodations of an evaluation; its mark stays untouched. */
export class CorrectCircumstances extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The evaluation.' })
  readonly evaluationId!: string;

  @ObjectField(() => CircumstancesInput, {
    description: 'As they were read in the file.',
    example: { heldOn: '2018-01-15' },
  })
  readonly from!: CircumstancesInput;

  @ObjectField(() => CircumstancesInput, {
    description: 'As they were; what is left out is none.',
    example: { heldOn: '2019-01-15' },
  })
  readonly to!: CircumstancesInput;

  @ChoiceField(EVALUATION_CIRCUMSTANCES_CORRECTED_REASONS, { description: 'Why.', example: 'keying-error' })
  readonly reason!: (typeof EVALUATION_CIRCUMSTANCES_CORRECTED_REASONS)[number];
}
