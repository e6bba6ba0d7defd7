import { ChoiceField, CivilDateField, CodeField, DecimalField, ObjectField } from '@minutier/intake';

import { ResultInput } from './assessment-input.js';

/** One exercise of a group's set. */
export class GroupExerciseInput {
  @CodeField({ description: 'Code of the exercise.', example: 'EX-MEDIAPLAN' })
  readonly code!: string;

  @CivilDateField({ description: 'Day on which it was done.', example: '2019-01-15' })
  readonly heldOn!: string;

  @ObjectField(() => ResultInput, {
    description: 'Result; absent where it was done and not marked.',
    example: { scale: 'twenty', value: '12' },
    optional: true,
  })
  readonly result?: ResultInput;

  @DecimalField({ description: 'Weight in the set; 0 shows it without counting it.', example: '1' })
  readonly coefficient!: string;
}

/** One exercise of a candidate's set, which may hold exercises done in a group where the line lets it. */
export class ExerciseInput extends GroupExerciseInput {
  @ChoiceField(['individual', 'group'], { description: 'Whose work.', example: 'individual' })
  readonly work!: 'individual' | 'group';
}
