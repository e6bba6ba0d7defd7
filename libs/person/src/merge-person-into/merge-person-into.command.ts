import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CodeField, IdField } from '@minutier/intake';

import { MERGE_REASONS } from '../merge.events.js';

/** Says that two files were one human being: this person is absorbed by the survivor, and both are read together. */
export class MergePersonInto extends ReasonedAct {
  @IdField({ description: 'The person who is absorbed.' })
  readonly personId!: string;

  @IdField({ description: 'The person who answers for both.' })
  readonly survivorId!: string;

  @ChoiceField(MERGE_REASONS, { description: 'Why.', example: 'duplicate-entry' })
  readonly reason!: (typeof MERGE_REASONS)[number];

  @CodeField({ description: 'Reference of the document seen.', example: 'EC-2019-114', optional: true })
  readonly evidence?: string;
}
