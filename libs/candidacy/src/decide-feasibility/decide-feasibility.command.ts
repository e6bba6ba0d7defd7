import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodesField, FlagField, IdField } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

import { FEASIBILITY_DECIDED_REASONS } from '../enrolment.events.js';

/** What deciding on a request answers: also the decision's id, on which the validation file is filed. */
export interface FeasibilityReceipt extends Receipt {
  readonly feasibilityId: string;
}

/** VAE: says whether a request is admissible (recevabilité). */
export class DecideFeasibility extends ReasonedAct<FeasibilityReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @CivilDateField({ description: 'Day of the request.', example: '2018-10-01' })
  readonly requestedOn!: string;

  @CivilDateField({ description: 'Day of the decision.', example: '2018-11-20' })
  readonly decidedOn!: string;

  @FlagField({ description: 'Whether the request is admissible.' })
  readonly admissible!: boolean;

  @CivilDateField({
    description: 'Last day of the request that this one renews; none: a first request.',
    example: '2018-09-30',
    optional: true,
  })
  readonly previousValidUntil?: string;

  @ChoiceField(['title', 'blocks'], { description: 'What is asked for.', example: 'title' })
  readonly scope!: 'title' | 'blocks';

  @CodesField({ description: 'Blocks asked for; none for the title.', example: [], optional: true })
  readonly blocks?: readonly string[];

  @CivilDateField({ description: 'Last day to file.', example: '2019-11-20', optional: true })
  readonly validUntil?: string;

  @ChoiceField(FEASIBILITY_DECIDED_REASONS, {
    description: 'Why the request is not admissible.',
    example: 'experience-too-short',
    optional: true,
  })
  readonly reason?: (typeof FEASIBILITY_DECIDED_REASONS)[number];
}
