import { ChoiceField, CivilDateField, IdField } from '@minutier/intake';

import { ActOfAuthority } from '../act-input.js';
import { HABILITATION_WITHDRAWN_REASONS } from '../centre.events.js';

/** Ends an entitlement of a centre. */
export class WithdrawHabilitation extends ActOfAuthority {
  @IdField({ description: 'The centre.' })
  readonly centreId!: string;

  @IdField({ description: 'The entitlement.' })
  readonly habilitationId!: string;

  @CivilDateField({ description: 'First day without it.', example: '2019-09-01' })
  readonly effectiveOn!: string;

  @ChoiceField(HABILITATION_WITHDRAWN_REASONS, { description: 'Why.', example: 'end-of-agreement' })
  readonly reason!: (typeof HABILITATION_WITHDRAWN_REASONS)[number];
}
