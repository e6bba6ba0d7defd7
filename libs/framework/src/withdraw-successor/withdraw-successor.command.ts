import { ChoiceField, IntegerField, ObjectField } from '@minutier/intake';

import { FrameworkReferenceInput } from '../act-input.js';
import { ActOnFramework } from '../framework-address.js';
import { SUCCESSION_WITHDRAWN_REASONS } from '../framework-changes.events.js';

/** Takes back a successor that was named wrongly. */
export class WithdrawSuccessor extends ActOnFramework {
  @IntegerField({ description: 'Version that was said to end.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @ObjectField(() => FrameworkReferenceInput, {
    description: 'Successor that is none.',
    example: { number: 'RNCP35419', version: 1 },
  })
  readonly successor!: FrameworkReferenceInput;

  @ChoiceField(SUCCESSION_WITHDRAWN_REASONS, { description: 'Why.', example: 'recorded-in-error' })
  readonly reason!: (typeof SUCCESSION_WITHDRAWN_REASONS)[number];
}
