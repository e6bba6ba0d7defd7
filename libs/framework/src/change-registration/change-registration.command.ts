import { ChoiceField, CivilDateField, TextField } from '@minutier/intake';

import { ActOnFramework } from '../framework-address.js';
import { REGISTRATION_CAUSES } from '../framework-changes.events.js';

/** Records an order that prolongs, shortens or strikes off the registration of a number, for every version of it. */
export class ChangeRegistration extends ActOnFramework {
  @CivilDateField({ description: 'Last day of validity until now.', example: '2020-07-19' })
  readonly fromValidUntil!: string;

  @CivilDateField({ description: 'Last day of validity from now on.', example: '2022-07-19' })
  readonly validUntil!: string;

  @CivilDateField({
    description: 'Last day of delivery until now; left out: not limited.',
    example: '2022-07-19',
    optional: true,
  })
  readonly fromDeliverableUntil?: string;

  @CivilDateField({
    description: 'Last day on which those who entered in time may still receive the title; left out: not limited.',
    example: '2024-07-19',
    optional: true,
  })
  readonly deliverableUntil?: string;

  @ChoiceField(REGISTRATION_CAUSES, { description: 'What changed.', example: 'prolonged' })
  readonly cause!: (typeof REGISTRATION_CAUSES)[number];

  @TextField({
    description: 'Wording of the order.',
    example: 'Arrêté du 10 juillet 2020 portant enregistrement …',
    max: 2_000,
  })
  readonly orderExact!: string;

  @CivilDateField({ description: 'Its date.', example: '2020-07-10' })
  readonly orderDate!: string;

  @CivilDateField({ description: 'Date of its publication.', example: '2020-07-18', optional: true })
  readonly journalOfficielDate?: string;
}
