import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CentreEvent } from '../centre.events.js';
import type { Centre } from '../centre.state.js';
import { isSiret } from '../siret.js';
import type { RegisterCentre } from './register-centre.command.js';

export type RegisterCentreRefusal = 'SIRET_INVALID' | 'CENTRE_ALREADY_REGISTERED';

/** An establishment is registered once, since its SIRET is its name in the ledger. */
export function registerCentre(
  { centreId, siret, code }: SealedCommand<RegisterCentre> & { readonly centreId: string },
  centre: Centre,
): Decision<CentreEvent, RegisterCentreRefusal> {
  if (!isSiret(siret))
    return refuse(
      'SIRET_INVALID',
      '/siret',
      'Ce SIRET n’existe pas : sa clé de contrôle est fausse.',
      'There is no such SIRET: its control digit is wrong.',
    );
  if (centre.status === 'absent') return [{ type: 'CentreRegistered', data: { centreId, siret, code } }];
  if (centre.code === code) return [];
  return refuse(
    'CENTRE_ALREADY_REGISTERED',
    '/siret',
    `Cet établissement est déjà enregistré, sous le code ${centre.code}.`,
    `This establishment is registered already, as ${centre.code}.`,
  );
}
