import { ChoiceField, CivilDateField, PersonalObjectField, RecordedCommand, TextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

export class IdentityInput {
  @TextField({ description: 'Birth name.', example: 'MARTIN', max: 100 })
  readonly birthName!: string;

  @TextField({ description: 'Usual name, where it differs.', example: 'DURAND', max: 100, optional: true })
  readonly usualName?: string;

  @TextField({ description: 'First names.', example: 'Camille', max: 100 })
  readonly firstNames!: string;

  @CivilDateField({ description: 'Date of birth.', example: '1997-05-14' })
  readonly bornOn!: string;

  @TextField({ description: 'Place of birth.', example: 'Lille', max: 100 })
  readonly birthPlace!: string;

  @TextField({ description: 'Country of birth.', example: 'France', max: 100, optional: true })
  readonly birthCountry?: string;

  @ChoiceField(['F', 'M'], { description: 'Sex, as civil status has it.', example: 'F', optional: true })
  readonly sex?: 'F' | 'M';
}

export class ContactInput {
  @TextField({ description: 'E-mail.', example: 'camille.martin@example.org', max: 254, optional: true })
  readonly email?: string;

  @TextField({ description: 'Telephone.', example: '+33 6 00 00 00 00', max: 30, optional: true })
  readonly phone?: string;

  @TextField({ description: 'Postal address.', example: '1 rue de la Paix, 59000 Lille', max: 300, optional: true })
  readonly address?: string;
}

/** Records who a person is: in the vault, and in the ledger a commitment that proves it without saying it. */
export class RecordIdentity extends RecordedCommand {
  @PersonalObjectField('identity-proof', () => IdentityInput, { description: 'Civil identity.' })
  readonly identity!: Personal<IdentityInput>;

  @PersonalObjectField('contact', () => ContactInput, { description: 'How to reach the person.', optional: true })
  readonly contact?: Personal<ContactInput>;
}
