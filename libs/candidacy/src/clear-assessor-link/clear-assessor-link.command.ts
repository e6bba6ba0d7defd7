import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { ASSESSOR_LINK_CLEARED_REASONS } from '../recognition.events.js';

/** Says that a declared tie does not exist, or no longer. */
export class ClearAssessorLink extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The tie.' })
  readonly linkId!: string;

  @ChoiceField(ASSESSOR_LINK_CLEARED_REASONS, { description: 'Why.', example: 'ended' })
  readonly reason!: (typeof ASSESSOR_LINK_CLEARED_REASONS)[number];
}
