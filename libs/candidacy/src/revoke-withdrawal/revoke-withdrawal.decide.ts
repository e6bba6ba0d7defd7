import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { type AbsentRefusal, candidacyNotFound } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { RevokeWithdrawal } from './revoke-withdrawal.command.js';

export type RevokeWithdrawalRefusal = AbsentRefusal | 'NOT_WITHDRAWN';

/** A withdrawal is taken back, a transfer is not: that one is settled by its own act. */
export function revokeWithdrawal(
  command: SealedCommand<RevokeWithdrawal>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, RevokeWithdrawalRefusal> {
  if (candidacy.status === 'absent') return candidacyNotFound();
  if (candidacy.departure?.kind !== 'withdrawn')
    return refuse('NOT_WITHDRAWN', undefined, 'Aucune démission n’est enregistrée.', 'No withdrawal is recorded.');
  const { document, authority } = command;
  return [
    {
      type: 'WithdrawalRevoked',
      data: { document: document ?? null, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
