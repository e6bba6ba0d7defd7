import { authorityOf, reasonOf } from '@minutier/framework';
import type { Decision, SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { candidacyNotFound, type EndedRefusal, refusedEnded } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { WithdrawCandidacy } from './withdraw-candidacy.command.js';

/** A candidacy ends once. */
export function withdrawCandidacy(
  command: SealedCommand<WithdrawCandidacy>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, EndedRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  const ended = refusedEnded(candidacy);
  if (ended) return ended;
  const { effectiveOn, document, authority } = command;
  return [
    {
      type: 'Withdrawn',
      data: {
        effectiveOn,
        document: document ?? null,
        reason: reasonOf(command),
        authority: authorityOf(authority),
      },
    },
  ];
}
