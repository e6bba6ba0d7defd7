import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, ObjectField } from '@minutier/intake';

import { COHORT_RESCHEDULED_REASONS } from '../cohort.events.js';

export class CohortDatesInput {
  @CivilDateField({ description: 'First day.', example: '2018-10-01' })
  readonly startsOn!: string;

  @CivilDateField({ description: 'Last day.', example: '2019-09-30' })
  readonly endsOn!: string;
}

/** Changes the dates of a cohort: begun later, prolonged. */
export class RescheduleCohort extends ActOfAuthority {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ObjectField(() => CohortDatesInput, {
    description: 'Its dates until now.',
    example: { startsOn: '2018-10-01', endsOn: '2019-09-30' },
  })
  readonly from!: CohortDatesInput;

  @CivilDateField({ description: 'First day, as it is now.', example: '2018-10-01' })
  readonly startsOn!: string;

  @CivilDateField({ description: 'Last day, as it is now.', example: '2019-12-20' })
  readonly endsOn!: string;

  @ChoiceField(COHORT_RESCHEDULED_REASONS, { description: 'Why.', example: 'force-majeure' })
  readonly reason!: (typeof COHORT_RESCHEDULED_REASONS)[number];
}
