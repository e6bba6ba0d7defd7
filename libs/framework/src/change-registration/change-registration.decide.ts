import { type Decision, type Refusal, refuse, type SealedCommand } from '@minutier/ledger';

import { authorityOf } from '../authority.js';
import type { RegistrationChanged } from '../framework-changes.events.js';
import type { Publications, RegistrationNow } from '../framework.state.js';
import type { ChangeRegistration } from './change-registration.command.js';

export type ChangeRegistrationRefusal =
  | 'FRAMEWORK_NOT_PUBLISHED'
  | 'REGISTRATION_CHANGED_MEANWHILE'
  | 'REGISTRATION_UNCHANGED'
  | 'REGISTRATION_DATES_REVERSED';

/** An order changes the registration that is in force, which the command names, so that none passes over another. */
export function changeRegistration(
  command: SealedCommand<ChangeRegistration>,
  { versions, registrationNow }: Publications,
): Decision<RegistrationChanged, ChangeRegistrationRefusal> {
  const { fromValidUntil, validUntil, cause, orderExact, orderDate, authority } = command;
  const fromDeliverableUntil = command.fromDeliverableUntil ?? null;
  const deliverableUntil = command.deliverableUntil ?? null;
  if (registrationNow === null)
    return refuse(
      'FRAMEWORK_NOT_PUBLISHED',
      undefined,
      'Aucune version de cette fiche n’est publiée.',
      'No version of this fiche is published.',
    );
  const other = meanwhile(registrationNow, { validUntil: fromValidUntil, deliverableUntil: fromDeliverableUntil });
  if (other) return other;
  if (validUntil === fromValidUntil && deliverableUntil === fromDeliverableUntil)
    return refuse(
      'REGISTRATION_UNCHANGED',
      '/validUntil',
      `L’enregistrement court déjà jusqu’au ${validUntil}.`,
      `The registration runs until ${validUntil} already.`,
    );
  const { effectFrom } = versions.at(-1)!.registration;
  if (validUntil < effectFrom)
    return refuse(
      'REGISTRATION_DATES_REVERSED',
      '/validUntil',
      `L’enregistrement prend effet le ${effectFrom}.`,
      `The registration takes effect on ${effectFrom}.`,
    );
  if (deliverableUntil !== null && deliverableUntil < validUntil)
    return refuse(
      'REGISTRATION_DATES_REVERSED',
      '/deliverableUntil',
      'La délivrance finirait avant la validité.',
      'Delivery would end before validity.',
    );
  return [
    {
      type: 'RegistrationChanged',
      data: {
        fromValidUntil,
        validUntil,
        fromDeliverableUntil,
        deliverableUntil,
        cause,
        orderExact,
        orderDate,
        journalOfficielDate: command.journalOfficielDate ?? null,
        authority: authorityOf(authority),
      },
    },
  ];
}

function meanwhile(
  now: RegistrationNow,
  named: RegistrationNow,
): Refusal<'REGISTRATION_CHANGED_MEANWHILE'> | undefined {
  const isValidity = now.validUntil !== named.validUntil;
  if (!isValidity && now.deliverableUntil === named.deliverableUntil) return undefined;
  return refuse(
    'REGISTRATION_CHANGED_MEANWHILE',
    isValidity ? '/fromValidUntil' : '/fromDeliverableUntil',
    `L’enregistrement court jusqu’au ${now.validUntil} ; délivrance ${now.deliverableUntil === null ? 'sans limite' : `jusqu’au ${now.deliverableUntil}`}.`,
    `The registration runs until ${now.validUntil}; delivery ${now.deliverableUntil === null ? 'is not limited' : `until ${now.deliverableUntil}`}.`,
  );
}
