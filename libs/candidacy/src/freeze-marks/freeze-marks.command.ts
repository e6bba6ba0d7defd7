import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, IntegerField } from '@minutier/intake';

import { MARKS_FROZEN_REASONS } from '../marks.events.js';

/** Freezes the marks of one session of a candidacy: from here only that session's jury changes them. */
export class FreezeMarks extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IntegerField({ description: 'The session.', min: 1, max: 20 })
  readonly session!: number;

  @ChoiceField(MARKS_FROZEN_REASONS, { description: 'Why.', example: 'before-jury' })
  readonly reason!: (typeof MARKS_FROZEN_REASONS)[number];
}
