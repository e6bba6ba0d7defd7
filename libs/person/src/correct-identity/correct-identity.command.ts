import { ReasonedAct } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField, IntegerField, PersonalObjectField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { ContactInput, IdentityInput } from '../identity-input.js';
import { IDENTITY_CORRECTION_REASONS } from '../person.events.js';

/** Gives a person another version of the identity, whole; the versions before stay readable, and papers name theirs. */
export class CorrectIdentity extends ReasonedAct {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @IntegerField({ description: 'Number of the version that this is: the next one.', example: 2, min: 2, max: 1_000 })
  readonly identityVersion!: number;

  @PersonalObjectField('identity-proof', () => IdentityInput, { description: 'Civil identity, whole.' })
  readonly identity!: Personal<IdentityInput>;

  @PersonalObjectField('contact', () => ContactInput, {
    description: 'How to reach the person, where that changes too.',
    optional: true,
  })
  readonly contact?: Personal<ContactInput>;

  @ChoiceField(IDENTITY_CORRECTION_REASONS, { description: 'Why.', example: 'name-changed' })
  readonly reason!: (typeof IDENTITY_CORRECTION_REASONS)[number];

  @CivilDateField({
    description: 'Day since which it is so; absent: it was so all along.',
    example: '2019-03-15',
    optional: true,
  })
  readonly effectiveOn?: string;

  @CodeField({ description: 'Reference of the civil-status document.', example: 'EC-2019-114', optional: true })
  readonly document?: string;
}
