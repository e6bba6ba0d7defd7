import { ChoiceField, CivilDateField, IntegerField } from '@minutier/intake';

import { ActOnFramework } from '../framework-address.js';
import { FRAMEWORK_RETIRED_REASONS } from '../framework-changes.events.js';

/** Retires a version of a framework: no new cohort may pin it. */
export class RetireFramework extends ActOnFramework {
  @IntegerField({ description: 'Version that is retired.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @CivilDateField({ description: 'First day on which no cohort may pin it.', example: '2020-07-20' })
  readonly effectiveOn!: string;

  @ChoiceField(FRAMEWORK_RETIRED_REASONS, { description: 'Why.', example: 'superseded' })
  readonly reason!: (typeof FRAMEWORK_RETIRED_REASONS)[number];
}
