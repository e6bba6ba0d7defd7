import { FrameworkReferenceInput } from '@minutier/framework';
import { CivilDateField, CodeField, IdField, ObjectField, RecordedCommand } from '@minutier/intake';

import { RulesReferenceInput } from '../cohort-input.js';

/** Opens a cohort, pinned to one version of its framework and one of its rules. */
export class OpenCohort extends RecordedCommand {
  @CodeField({ description: 'Code of the cohort.', example: '2018-2019-PARIS' })
  readonly code!: string;

  @ObjectField(() => FrameworkReferenceInput, { description: 'Framework version.' })
  readonly framework!: FrameworkReferenceInput;

  @ObjectField(() => RulesReferenceInput, { description: 'Rules version.' })
  readonly rules!: RulesReferenceInput;

  @IdField({ description: 'Centre that prepares it.', optional: true })
  readonly centreId?: string;

  @CivilDateField({ description: 'First day.', example: '2018-10-01' })
  readonly startsOn!: string;

  @CivilDateField({ description: 'Last day.', example: '2019-09-30' })
  readonly endsOn!: string;
}
