import { ChoiceField, CivilDateField, IdField, IntegerField, RecordedCommand } from '@minutier/intake';

import { SESSION_KINDS, type SessionKind } from '../cohort.events.js';

/** Opens a session of a cohort: the first is initial, those that follow are for re-sits. */
export class OpenSession extends RecordedCommand {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @IntegerField({ description: 'Number of the session in its cohort.', example: 1, min: 1, max: 20 })
  readonly session!: number;

  @ChoiceField(SESSION_KINDS, { description: 'Initial, or for re-sits.', example: 'initial' })
  readonly kind!: SessionKind;

  @CivilDateField({ description: 'First day on which it may be assessed.', example: '2018-10-01' })
  readonly opensOn!: string;

  @CivilDateField({ description: 'Last day.', example: '2019-07-04' })
  readonly closesOn!: string;
}
