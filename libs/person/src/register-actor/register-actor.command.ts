import { ChoicesField, RecordedCommand, TextField } from '@minutier/intake';
import type { RegisteredActor } from '@minutier/vault';

/** Roles of persons of the institution, until accounts give them. */
export const ACTOR_ROLES = [
  'registrar',
  'assessor',
  'company-tutor',
  'jury-secretary',
  'juror',
  'administrator',
] as const;

/** Makes a person of the institution known to the vault: events name them by id only. No event is written. */
export class RegisterActor extends RecordedCommand<RegisteredActor> {
  @TextField({ description: 'Name, kept in the vault.', example: 'Dominique LEFEVRE', max: 100 })
  readonly name!: string;

  @ChoicesField(ACTOR_ROLES, { description: 'Roles.', example: ['registrar'], min: 1 })
  readonly roles!: string[];
}
