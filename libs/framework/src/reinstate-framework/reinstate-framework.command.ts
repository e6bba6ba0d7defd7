import { ChoiceField, CivilDateField, IntegerField } from '@minutier/intake';

import { ActOnFramework } from '../framework-address.js';
import { FRAMEWORK_REINSTATED_REASONS } from '../framework-changes.events.js';

/** Undoes the retirement of a version of a framework. */
export class ReinstateFramework extends ActOnFramework {
  @IntegerField({ description: 'Version that was retired.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @CivilDateField({ description: 'First day on which it may be pinned again.', example: '2020-09-01' })
  readonly effectiveOn!: string;

  @ChoiceField(FRAMEWORK_REINSTATED_REASONS, { description: 'Why.', example: 'decided-in-error' })
  readonly reason!: (typeof FRAMEWORK_REINSTATED_REASONS)[number];
}
