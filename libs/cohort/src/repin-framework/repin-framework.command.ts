import { ActOfAuthority, FrameworkReferenceInput } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, ObjectField } from '@minutier/intake';

import { FRAMEWORK_REPINNED_REASONS } from '../cohort.events.js';
import { RulesReferenceInput } from '../cohort-input.js';

/** Moves a cohort to another version of its framework, and to rules adopted for that version. */
export class RepinFramework extends ActOfAuthority {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ObjectField(() => FrameworkReferenceInput, {
    description: 'The version taken, of the same number.',
    example: { number: 'RNCP28684', version: 2 },
  })
  readonly to!: FrameworkReferenceInput;

  @ObjectField(() => RulesReferenceInput, {
    description: 'Rules pinned with it.',
    example: { id: 'reglement-28684', version: 2 },
  })
  readonly rules!: RulesReferenceInput;

  @CivilDateField({ description: 'First day.', example: '2019-03-15' })
  readonly effectiveOn!: string;

  @ChoiceField(FRAMEWORK_REPINNED_REASONS, { description: 'Why.', example: 'source-misread' })
  readonly reason!: (typeof FRAMEWORK_REPINNED_REASONS)[number];
}
