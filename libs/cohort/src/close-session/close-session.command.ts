import { CivilDateField, IdField, IntegerField, RecordedCommand } from '@minutier/intake';

/** Closes a session of a cohort: no evaluation is added to it any more. */
export class CloseSession extends RecordedCommand {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @IntegerField({ description: 'Number of the session in its cohort.', example: 1, min: 1, max: 20 })
  readonly session!: number;

  @CivilDateField({ description: 'Day of the closing.', example: '2019-07-05' })
  readonly closedOn!: string;
}
