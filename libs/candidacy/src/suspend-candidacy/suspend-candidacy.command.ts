import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField } from '@minutier/intake';

import { CANDIDACY_SUSPENDED_REASONS } from '../enrolment.events.js';

/** Suspends a candidacy: nothing is expected of the candidate for a time. */
export class SuspendCandidacy extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'First day.', example: '2019-02-01' })
  readonly from!: string;

  @CivilDateField({ description: 'Last day foreseen.', example: '2019-04-30', optional: true })
  readonly expectedUntil?: string;

  @CodeField({ description: 'Where the request is filed.', example: 'DEM-2019-007', optional: true })
  readonly document?: string;

  @ChoiceField(CANDIDACY_SUSPENDED_REASONS, { description: 'Why; nothing about health.', example: 'leave' })
  readonly reason!: (typeof CANDIDACY_SUSPENDED_REASONS)[number];
}
