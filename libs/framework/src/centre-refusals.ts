import { type Refusal, refuse } from '@minutier/ledger';

import type { CentreScope } from './centre.events.js';
import { type Centre, type Entitlement, isEntitled } from './centre.state.js';

const IN_WORDS: Readonly<Record<CentreScope, { readonly fr: string; readonly en: string }>> = {
  prepare: { fr: 'préparer à', en: 'prepare for' },
  evaluate: { fr: 'évaluer', en: 'evaluate' },
};

/**
 * A registered centre acts only within its entitlements (décret 2025-500). Undefined: no centre is named, so the
 * certifier acts itself. Of a centre that was never registered nothing is known: it is taken as named.
 */
export function refusedCentre(
  centre: Centre | undefined,
  entitlement: Entitlement,
): Refusal<'CENTRE_NOT_ENTITLED'> | undefined {
  if (centre === undefined || centre.status === 'absent' || isEntitled(centre, entitlement)) return undefined;
  const { number, scope, day } = entitlement;
  const { fr, en } = IN_WORDS[scope];
  return refuse(
    'CENTRE_NOT_ENTITLED',
    '/centreId',
    `Le centre ${centre.code} n’est pas habilité à ${fr} ${number} le ${day}.`,
    `Centre ${centre.code} is not entitled to ${en} ${number} on ${day}.`,
  );
}

/** The entitlement that the path names is not one of this centre's. */
export function refusedUnknownHabilitation(): Refusal<'HABILITATION_UNKNOWN'> {
  return refuse(
    'HABILITATION_UNKNOWN',
    undefined,
    'Ce centre n’a pas d’habilitation sous cet identifiant.',
    'This centre has no entitlement under this id.',
  );
}

/** What begins or ends on a day on which the entitlement has ended has no object. */
export function refusedEndedHabilitation(pointer: string, day: string): Refusal<'HABILITATION_ENDED'> {
  return refuse(
    'HABILITATION_ENDED',
    pointer,
    `Cette habilitation n’existe plus le ${day}.`,
    `This entitlement has ended by ${day}.`,
  );
}

/** A period that would end before it begins. */
export function refusedPeriod(from: string, until: string | undefined): Refusal<'PERIOD_REVERSED'> | undefined {
  if (until === undefined || until >= from) return undefined;
  return refuse(
    'PERIOD_REVERSED',
    '/until',
    'La période finirait avant de commencer.',
    'The period would end before it starts.',
  );
}
