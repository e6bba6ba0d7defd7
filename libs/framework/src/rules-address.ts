import { CodeField } from '@minutier/intake';

import { ActOfAuthority } from './act-input.js';

/** A short name, chosen once: of rules, of a scale. */
export const SLUG = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** An act about adopted rules, addressed by their short name. */
export abstract class ActOnRules extends ActOfAuthority {
  @CodeField({ description: 'Short name of the rules.', example: 'reglement-28684', pattern: SLUG })
  readonly rulesId!: string;
}
