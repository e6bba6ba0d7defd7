import { ChoiceField, CivilDateField, IntegerField } from '@minutier/intake';

import { RULES_REINSTATED_REASONS } from '../rules.events.js';
import { ActOnRules } from '../rules-address.js';

/** Undoes the retirement of a version of the rules. */
export class ReinstateRules extends ActOnRules {
  @IntegerField({ description: 'Version that was retired.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @CivilDateField({
    description: 'First day on which it may be pinned and decided under again.',
    example: '2019-12-01',
  })
  readonly effectiveOn!: string;

  @ChoiceField(RULES_REINSTATED_REASONS, { description: 'Why.', example: 'decided-in-error' })
  readonly reason!: (typeof RULES_REINSTATED_REASONS)[number];
}
