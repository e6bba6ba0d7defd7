import { ChoiceField, CivilDateField, TextField } from '@minutier/intake';
import type { Contact, Identity } from '@minutier/vault';

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

/** The identity as the vault keeps it. */
export function identityOf(given: IdentityInput): Identity {
  const { birthName, usualName = null, firstNames, bornOn, birthPlace, birthCountry = null, sex = null } = given;
  return { birthName, usualName, firstNames, bornOn, birthPlace, birthCountry, sex };
}

/** The contact as the vault keeps it; null where none is given, which leaves the last one as it is. */
export function contactOf(given: ContactInput | undefined): Contact | null {
  return given ? { email: given.email ?? null, phone: given.phone ?? null, address: given.address ?? null } : null;
}
