import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField, IntegerField } from '@minutier/intake';

import { MARKS_UNFROZEN_REASONS } from '../marks.events.js';
import { NumberInPath } from '../number-in-path.js';

/** Lifts the freeze of one session of a candidacy: its marks may be recorded again. */
export class UnfreezeMarks extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @NumberInPath()
  @IntegerField({ description: 'The session.', min: 1, max: 20 })
  readonly session!: number;

  @ChoiceField(MARKS_UNFROZEN_REASONS, { description: 'Why.', example: 'late-mark' })
  readonly reason!: (typeof MARKS_UNFROZEN_REASONS)[number];
}
