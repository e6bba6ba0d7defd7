import { CivilDateField, CodeField, IntegerField, ObjectField } from '@minutier/intake';

import { FrameworkReferenceInput } from '../act-input.js';
import { ActOnFramework } from '../framework-address.js';

/** Names what replaces a version of a framework under another number; a title renewed as two has two successors. */
export class NameSuccessor extends ActOnFramework {
  @IntegerField({ description: 'Version that ends.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @ObjectField(() => FrameworkReferenceInput, {
    description: 'What replaces it.',
    example: { number: 'RNCP35419', version: 1 },
  })
  readonly successor!: FrameworkReferenceInput;

  @CivilDateField({ description: 'First day of the successor.', example: '2020-07-20' })
  readonly effectiveOn!: string;

  @CodeField({ description: 'Decision of registration.', example: 'DEC-2020-07' })
  readonly document!: string;
}
