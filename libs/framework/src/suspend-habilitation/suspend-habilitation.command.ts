import { ChoiceField, CivilDateField, IdField } from '@minutier/intake';

import { ActOfAuthority } from '../act-input.js';
import { HABILITATION_SUSPENDED_REASONS } from '../centre.events.js';

/** Suspends an entitlement of a centre for a time. */
export class SuspendHabilitation extends ActOfAuthority {
  @IdField({ description: 'The centre.' })
  readonly centreId!: string;

  @IdField({ description: 'The entitlement.' })
  readonly habilitationId!: string;

  @CivilDateField({ description: 'First day without effect.', example: '2019-02-01' })
  readonly from!: string;

  @CivilDateField({ description: 'Last day; none: until resumed.', example: '2019-02-28', optional: true })
  readonly until?: string;

  @ChoiceField(HABILITATION_SUSPENDED_REASONS, { description: 'Why.', example: 'control-failed' })
  readonly reason!: (typeof HABILITATION_SUSPENDED_REASONS)[number];
}
