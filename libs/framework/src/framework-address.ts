import { CodeField } from '@minutier/intake';

import { ActOfAuthority } from './act-input.js';

/** Of a number that nobody published there is no version: that is said, not that it is malformed. */
const ADDRESS = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** An act about a published framework, addressed by its number. */
export abstract class ActOnFramework extends ActOfAuthority {
  @CodeField({ description: 'Number of the fiche.', example: 'RNCP28684', pattern: ADDRESS })
  readonly number!: string;
}
