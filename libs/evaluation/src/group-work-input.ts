import { ChoiceField, IdField, IdsField, IntegerField, ListField, ObjectField, TextField } from '@minutier/intake';

import { OutcomeInput, PlacedInput, ResultInput } from './assessment-input.js';
import { DEVIATION_REASONS } from './groupwork.events.js';

export class DeviationInput {
  @ChoiceField(DEVIATION_REASONS, { description: 'Why this result is not the group’s.', example: 'individual-part' })
  readonly code!: (typeof DEVIATION_REASONS)[number];

  @TextField({ description: 'In words; sealed under this member’s key.', max: 2_000, optional: true })
  readonly text?: string;
}

export class GroupMemberInput {
  @IdField({ description: 'The member’s candidacy.' })
  readonly candidacyId!: string;

  @IntegerField({
    description: 'Session of the member’s own cohort, where it is not the group’s.',
    min: 1,
    max: 20,
    optional: true,
  })
  readonly session?: number;

  @IntegerField({ description: 'The member’s attempt, where it is not the group’s.', min: 1, max: 9, optional: true })
  readonly attempt?: number;

  @ObjectField(() => OutcomeInput, {
    description: 'The member’s own outcome; the group’s result where none is given.',
    optional: true,
  })
  readonly outcome?: OutcomeInput;

  @ObjectField(() => DeviationInput, {
    description: 'Given exactly when the outcome is not the group’s result.',
    optional: true,
  })
  readonly deviation?: DeviationInput;

  @TextField({ description: 'Appreciation; sealed under this member’s key.', max: 4_000, optional: true })
  readonly appreciation?: string;

  @IdsField({ description: 'This member’s accommodations that were applied.', max: 10, optional: true })
  readonly accommodationIds?: string[];
}

/** Fields of every command that records a whole group's work: one result, and each member's part. */
export abstract class GroupWorkInput extends PlacedInput {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ObjectField(() => ResultInput, { description: 'The group’s result.', example: { scale: 'twenty', value: '13.5' } })
  readonly result!: ResultInput;

  @ListField(() => GroupMemberInput, { description: 'The members.', min: 2, max: 12 })
  readonly members!: GroupMemberInput[];
}
