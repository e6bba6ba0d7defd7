import { ChoicesField, CivilDateField, CodeField, IdField } from '@minutier/intake';

import { ActOfAuthority } from '../act-input.js';
import { CENTRE_SCOPES, type CentreScope } from '../centre.events.js';

/** Entitles a centre to prepare for a framework, to evaluate it, or both, over a period. */
export class GrantHabilitation extends ActOfAuthority {
  @IdField({ description: 'The centre.' })
  readonly centreId!: string;

  @ChoicesField(CENTRE_SCOPES, { description: 'What it may do.', example: ['prepare', 'evaluate'], min: 1 })
  readonly scope!: CentreScope[];

  @CodeField({
    description: 'Number of the fiche, whatever its version.',
    example: 'RNCP28684',
    pattern: /^(RNCP|RS)\d{1,6}$/,
  })
  readonly number!: string;

  @CivilDateField({ description: 'First day.', example: '2018-09-01' })
  readonly from!: string;

  @CivilDateField({ description: 'Last day; none: until withdrawn.', example: '2020-07-19', optional: true })
  readonly until?: string;

  @CodeField({ description: 'Reference of the agreement.', example: 'CONV-2018-07' })
  readonly document!: string;
}
