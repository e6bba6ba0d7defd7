import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { COHORT_REOPENED_REASONS } from '../cohort.events.js';

/** Reopens a cohort that was closed too early. */
export class ReopenCohort extends ActOfAuthority {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ChoiceField(COHORT_REOPENED_REASONS, { description: 'Why.', example: 'appeal-upheld' })
  readonly reason!: (typeof COHORT_REOPENED_REASONS)[number];
}
