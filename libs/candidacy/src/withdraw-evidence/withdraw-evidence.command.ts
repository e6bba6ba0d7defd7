import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, IdField } from '@minutier/intake';

import { EVIDENCE_WITHDRAWN_REASONS } from '../discipline.events.js';

/** Takes back a piece that was attached to the wrong file; the file that lies under it is destroyed by a purge alone. */
export class WithdrawEvidence extends ReasonedAct {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The piece.' })
  readonly evidenceId!: string;

  @ChoiceField(EVIDENCE_WITHDRAWN_REASONS, { description: 'Why.', example: 'wrong-candidate' })
  readonly reason!: (typeof EVIDENCE_WITHDRAWN_REASONS)[number];
}
