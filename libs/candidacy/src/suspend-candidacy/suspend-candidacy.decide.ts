import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyNotFound, type EndedRefusal, refusedEnded } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { SuspendCandidacy } from './suspend-candidacy.command.js';

export type SuspendCandidacyRefusal = EndedRefusal | 'ALREADY_SUSPENDED' | 'PERIOD_REVERSED';

/** A candidate who goes on takes one leave at a time. */
export function suspendCandidacy(
  command: SealedCommand<SuspendCandidacy>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, SuspendCandidacyRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  const ended = refusedEnded(candidacy);
  if (ended) return ended;
  const { from, document } = command;
  const expectedUntil = command.expectedUntil ?? null;
  if (candidacy.suspended)
    return refuse(
      'ALREADY_SUSPENDED',
      undefined,
      `Cette candidature est déjà suspendue depuis le ${candidacy.suspended.from}.`,
      `This candidacy is suspended since ${candidacy.suspended.from} already.`,
    );
  if (expectedUntil !== null && expectedUntil < from)
    return refuse(
      'PERIOD_REVERSED',
      '/expectedUntil',
      'La suspension finirait avant de commencer.',
      'The suspension would end before it starts.',
    );
  return [
    {
      type: 'CandidacySuspended',
      data: {
        from,
        expectedUntil,
        document: document ?? null,
        reason: reasonOf(command),
        authority: authorityOf(command.authority),
      },
    },
  ];
}
