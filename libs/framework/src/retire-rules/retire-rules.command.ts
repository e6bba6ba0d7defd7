import { ChoiceField, CivilDateField, IntegerField } from '@minutier/intake';

import { RULES_RETIRED_REASONS } from '../rules.events.js';
import { ActOnRules } from '../rules-address.js';

/** Retires a version of the rules: it is pinned no more, or not even decided under. */
export class RetireRules extends ActOnRules {
  @IntegerField({ description: 'Version that is retired.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @CivilDateField({ description: 'First day on which no cohort may pin it.', example: '2019-09-01' })
  readonly effectiveOn!: string;

  @ChoiceField(['no-new-pin', 'no-new-decision'], {
    description: 'What ends: pinning it, or also deciding under it.',
    example: 'no-new-pin',
  })
  readonly effect!: 'no-new-pin' | 'no-new-decision';

  @ChoiceField(RULES_RETIRED_REASONS, { description: 'Why.', example: 'superseded' })
  readonly reason!: (typeof RULES_RETIRED_REASONS)[number];
}
