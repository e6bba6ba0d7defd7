import { CivilDateField, IdField, RecordedCommand } from '@minutier/intake';

/** Closes a cohort: nothing more is opened in it. */
export class CloseCohort extends RecordedCommand {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @CivilDateField({ description: 'Day of the closing.', example: '2019-10-15' })
  readonly closedOn!: string;
}
