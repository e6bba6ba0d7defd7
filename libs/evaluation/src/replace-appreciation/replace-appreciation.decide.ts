import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';
import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, isRefusal, type SealedCommand } from '@minutier/ledger';

import { inForce, type InForceRefusal } from '../in-force.js';
import type { ReplaceAppreciation } from './replace-appreciation.command.js';

/** A comment bears on no result: it is replaced at any time, and the one of before stays sealed in its own event. */
export function replaceAppreciation(
  command: SealedCommand<ReplaceAppreciation>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, InForceRefusal> {
  const { evaluationId, appreciation, requestId = null, authority } = command;
  const found = inForce(candidacy, evaluationId);
  if (isRefusal(found)) return found;
  return [
    {
      type: 'AppreciationReplaced',
      data: { evaluationId, appreciation, requestId, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
