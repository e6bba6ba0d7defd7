import { authorityOf, findLine } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { EnrolmentFrame } from '../enrolment-frame.js';
import type { GrantAccommodation } from './grant-accommodation.command.js';

export type GrantAccommodationRefusal = AbsentRefusal | 'PERIOD_REVERSED' | 'MODALITY_UNKNOWN';

/** Measures hold on days, for some lines or for all; what they are is sealed, and nothing here reads it. */
export function grantAccommodation(
  command: SealedCommand<GrantAccommodation> & { readonly accommodationId: string },
  candidacy: Candidacy,
  frame: EnrolmentFrame | undefined,
): Decision<CandidacyEvent, GrantAccommodationRefusal> {
  if (candidacy.status === 'absent' || !frame) return candidacyNotFound();
  const { accommodationId, measures, from, until, modalities = [], decidedOn, authority } = command;
  if (until !== undefined && until < from)
    return refuse(
      'PERIOD_REVERSED',
      '/until',
      'L’aménagement finirait avant de commencer.',
      'The accommodation would end before it starts.',
    );
  const unknown = modalities.findIndex((code) => !findLine(frame.framework, frame.rules, code));
  if (unknown !== -1)
    return refuse(
      'MODALITY_UNKNOWN',
      `/modalities/${unknown}`,
      `La fiche n’a pas de ligne ${modalities[unknown]}.`,
      `The fiche has no line ${modalities[unknown]}.`,
    );
  return [
    {
      type: 'AccommodationGranted',
      data: {
        accommodationId,
        measures: measures!,
        from,
        until: until ?? null,
        modalities: [...modalities],
        decidedOn,
        authority: authorityOf(authority),
      },
    },
  ];
}
