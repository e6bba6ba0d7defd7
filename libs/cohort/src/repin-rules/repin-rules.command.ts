import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, IdField, ObjectField } from '@minutier/intake';

import { RULES_REPINNED_REASONS } from '../cohort.events.js';
import { RulesReferenceInput } from '../cohort-input.js';

/** Moves a cohort to another version of the rules. */
export class RepinRules extends ActOfAuthority {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ObjectField(() => RulesReferenceInput, {
    description: 'The version left.',
    example: { id: 'reglement-28684', version: 1 },
  })
  readonly from!: RulesReferenceInput;

  @ObjectField(() => RulesReferenceInput, {
    description: 'The version taken.',
    example: { id: 'reglement-28684', version: 2 },
  })
  readonly to!: RulesReferenceInput;

  @CivilDateField({ description: 'First day.', example: '2019-03-15' })
  readonly effectiveOn!: string;

  @ChoiceField(RULES_REPINNED_REASONS, { description: 'Why.', example: 'law-changed' })
  readonly reason!: (typeof RULES_REPINNED_REASONS)[number];
}
