import { authorityOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { ResumeCandidacy } from './resume-candidacy.command.js';

export type ResumeCandidacyRefusal = AbsentRefusal | 'NOT_SUSPENDED' | 'RESUMED_BEFORE_SUSPENSION';

/** The leave is over. Who left during it comes back by a readmission. */
export function resumeCandidacy(
  { resumedOn, document, authority }: SealedCommand<ResumeCandidacy>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, ResumeCandidacyRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  const { suspended, departure } = candidacy;
  if (!suspended || departure)
    return refuse(
      'NOT_SUSPENDED',
      undefined,
      'Cette candidature n’est pas suspendue.',
      'This candidacy is not suspended.',
    );
  if (resumedOn < suspended.from)
    return refuse(
      'RESUMED_BEFORE_SUSPENSION',
      '/resumedOn',
      `La suspension ne commence que le ${suspended.from}.`,
      `The suspension starts on ${suspended.from} only.`,
    );
  return [
    {
      type: 'CandidacyResumed',
      data: { resumedOn, document: document ?? null, authority: authorityOf(authority) },
    },
  ];
}
