import { ChoiceField, CivilDateField, IdField } from '@minutier/intake';

import { ActOnFramework } from '../framework-address.js';
import { CORRESPONDENCE_RETIRED_REASONS } from '../framework-changes.events.js';

/** Retires a correspondence; blocks carried over under it stay until each is revoked. */
export class RetireCorrespondence extends ActOnFramework {
  @IdField({ description: 'The correspondence.' })
  readonly correspondenceId!: string;

  @CivilDateField({ description: 'First day on which it may not be used.', example: '2021-09-01' })
  readonly effectiveOn!: string;

  @ChoiceField(CORRESPONDENCE_RETIRED_REASONS, { description: 'Why.', example: 'superseded' })
  readonly reason!: (typeof CORRESPONDENCE_RETIRED_REASONS)[number];
}
