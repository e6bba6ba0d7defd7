import { CivilDateField, IntegerField, ListField, ObjectField } from '@minutier/intake';

import { FrameworkReferenceInput } from '../act-input.js';
import { SomeCodesField } from '../code-lists.js';
import { ActOnFramework } from '../framework-address.js';

export class CorrespondenceLinkInput {
  @SomeCodesField({ description: 'Blocks that must all be held.', example: ['RNCP28684BC02'] })
  readonly olderBlocks!: string[];

  @SomeCodesField({ description: 'Blocks that they then count for.', example: ['RNCP35419BC01'] })
  readonly newerBlocks!: string[];
}

/** Adopts which blocks of an older framework count for which blocks of this one, n to m. */
export class AdoptCorrespondence extends ActOnFramework {
  @IntegerField({ description: 'Version whose blocks are given.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;

  @ObjectField(() => FrameworkReferenceInput, { description: 'Framework whose blocks are recognised.' })
  readonly older!: FrameworkReferenceInput;

  @CivilDateField({ description: 'Date of the decision.', example: '2020-09-01' })
  readonly adoptedOn!: string;

  @ListField(() => CorrespondenceLinkInput, { description: 'Its links.', min: 1, max: 50 })
  readonly links!: CorrespondenceLinkInput[];
}
