import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { EndAccommodation } from './end-accommodation.command.js';

export type EndAccommodationRefusal = AbsentRefusal | 'ACCOMMODATION_UNKNOWN' | 'ACCOMMODATION_ENDED';

/** Measures end once, and only ever earlier than was granted: a longer time is another accommodation. */
export function endAccommodation(
  command: SealedCommand<EndAccommodation>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, EndAccommodationRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  const { accommodationId, endsOn, authority } = command;
  const granted = candidacy.accommodations.get(accommodationId);
  if (!granted)
    return refuse(
      'ACCOMMODATION_UNKNOWN',
      '/accommodationId',
      'Cet aménagement n’est pas dans le dossier du candidat.',
      'This accommodation is not in the candidate’s file.',
    );
  const { ended, until } = granted;
  if (until !== null && (ended || endsOn >= until))
    return refuse(
      'ACCOMMODATION_ENDED',
      ended ? '/accommodationId' : '/endsOn',
      `Cet aménagement prend déjà fin le ${until}.`,
      `This accommodation ends on ${until} already.`,
    );
  return [
    {
      type: 'AccommodationEnded',
      data: { accommodationId, endsOn, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
