import { CivilDateField, IdField } from '@minutier/intake';

import { ActOfAuthority } from '../act-input.js';

/** Ends the suspension of an entitlement. */
export class ResumeHabilitation extends ActOfAuthority {
  @IdField({ description: 'The centre.' })
  readonly centreId!: string;

  @IdField({ description: 'The entitlement.' })
  readonly habilitationId!: string;

  @CivilDateField({ description: 'First day with effect again.', example: '2019-03-01' })
  readonly from!: string;
}
