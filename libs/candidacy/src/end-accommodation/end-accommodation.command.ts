import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField } from '@minutier/intake';

import { ACCOMMODATION_ENDED_REASONS } from '../enrolment.events.js';

/** Ends an accommodation before its day. */
export class EndAccommodation extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The accommodation.' })
  readonly accommodationId!: string;

  @CivilDateField({
    description: 'Last day; the day before its first, where it should never have been granted.',
    example: '2019-03-31',
  })
  readonly endsOn!: string;

  @ChoiceField(ACCOMMODATION_ENDED_REASONS, { description: 'Why.', example: 'request-of-candidate' })
  readonly reason!: (typeof ACCOMMODATION_ENDED_REASONS)[number];
}
