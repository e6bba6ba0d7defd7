import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { ENROLMENT_VOIDED_REASONS } from '../enrolment.events.js';

/** Voids an enrolment that was a mistake; the person may be enrolled again. */
export class VoidEnrolment extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @ChoiceField(ENROLMENT_VOIDED_REASONS, { description: 'Why.', example: 'wrong-cohort' })
  readonly reason!: (typeof ENROLMENT_VOIDED_REASONS)[number];
}
