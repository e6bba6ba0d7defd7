import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { HOLD_LIFTING_REASONS } from '../erasure.events.js';

/** Lifts a legal hold: the dispute or the control is over. */
export class LiftLegalHold extends ReasonedAct {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @IdField({ description: 'The hold.' })
  readonly legalHoldId!: string;

  @ChoiceField(HOLD_LIFTING_REASONS, { description: 'Why.', example: 'dispute-ended' })
  readonly reason!: (typeof HOLD_LIFTING_REASONS)[number];
}
