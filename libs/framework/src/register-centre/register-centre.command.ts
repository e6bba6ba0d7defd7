import { CodeField, RecordedCommand } from '@minutier/intake';

/** Registers a partner centre, by the SIRET of its establishment. */
export class RegisterCentre extends RecordedCommand {
  @CodeField({ description: 'SIRET: fourteen digits.', example: '73282932000074', pattern: /^\d{14}$/ })
  readonly siret!: string;

  @CodeField({ description: 'Short code printed in lists.', example: 'CFA-LILLE' })
  readonly code!: string;
}
