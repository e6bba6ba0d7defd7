import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, IntegerField, ObjectField } from '@minutier/intake';

import { SESSION_RESCHEDULED_REASONS } from '../cohort.events.js';

export class SessionDatesInput {
  @CivilDateField({ description: 'First day.', example: '2018-10-01' })
  readonly opensOn!: string;

  @CivilDateField({ description: 'Last day.', example: '2019-07-04' })
  readonly closesOn!: string;
}

/** Changes the dates of a session: prolonged, put off. */
export class RescheduleSession extends ActOfAuthority {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @IntegerField({ description: 'Number of the session in its cohort.', example: 1, min: 1, max: 20 })
  readonly session!: number;

  @ObjectField(() => SessionDatesInput, {
    description: 'Its dates until now.',
    example: { opensOn: '2018-10-01', closesOn: '2019-07-04' },
  })
  readonly from!: SessionDatesInput;

  @CivilDateField({ description: 'First day, as it is now.', example: '2018-10-01' })
  readonly opensOn!: string;

  @CivilDateField({ description: 'Last day, as it is now.', example: '2019-07-12' })
  readonly closesOn!: string;

  @ChoiceField(SESSION_RESCHEDULED_REASONS, { description: 'Why.', example: 'organisation' })
  readonly reason!: (typeof SESSION_RESCHEDULED_REASONS)[number];
}
