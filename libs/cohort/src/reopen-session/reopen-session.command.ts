import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, IdField, IntegerField } from '@minutier/intake';

import { SESSION_REOPENED_REASONS } from '../cohort.events.js';

/** Reopens a session that was closed too early. */
export class ReopenSession extends ActOfAuthority {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @IntegerField({ description: 'Number of the session in its cohort.', example: 1, min: 1, max: 20 })
  readonly session!: number;

  @ChoiceField(SESSION_REOPENED_REASONS, { description: 'Why.', example: 'late-mark' })
  readonly reason!: (typeof SESSION_REOPENED_REASONS)[number];
}
