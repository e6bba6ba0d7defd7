import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { EQUIVALENCE_REVOKED_REASONS } from '../recognition.events.js';

/** Withdraws an equivalence: its document proved false, or it should not have been granted. */
export class RevokeEquivalence extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The equivalence.' })
  readonly equivalenceId!: string;

  @ChoiceField(EQUIVALENCE_REVOKED_REASONS, { description: 'Why.', example: 'document-false' })
  readonly reason!: (typeof EQUIVALENCE_REVOKED_REASONS)[number];
}
