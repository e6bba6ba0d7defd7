import { PersonalObjectField, RecordedCommand } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { ContactInput, IdentityInput } from '../identity-input.js';

/** Records who a person is: in the vault, and in the ledger a commitment that proves it without saying it. */
export class RecordIdentity extends RecordedCommand {
  @PersonalObjectField('identity-proof', () => IdentityInput, { description: 'Civil identity.' })
  readonly identity!: Personal<IdentityInput>;

  @PersonalObjectField('contact', () => ContactInput, { description: 'How to reach the person.', optional: true })
  readonly contact?: Personal<ContactInput>;
}
