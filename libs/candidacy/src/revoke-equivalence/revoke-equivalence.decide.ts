import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, type FrozenRefusal, refusedAbsent, refusedFrozen } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { RevokeEquivalence } from './revoke-equivalence.command.js';

export type RevokeEquivalenceRefusal = AbsentRefusal | FrozenRefusal | 'EQUIVALENCE_UNKNOWN';

/** An equivalence that stands is withdrawn with a reason, while no jury awaits the file as it is. */
export function revokeEquivalence(
  command: SealedCommand<RevokeEquivalence>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, RevokeEquivalenceRefusal> {
  const { equivalenceId, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (!candidacy.equivalences.has(equivalenceId))
    return refuse(
      'EQUIVALENCE_UNKNOWN',
      undefined,
      'Cette équivalence n’est pas au dossier, ou elle est déjà retirée.',
      'This equivalence is not in the file, or is revoked already.',
    );
  const frozen = refusedFrozen(candidacy);
  if (frozen) return frozen;
  const data = { equivalenceId, reason: reasonOf(command), authority: authorityOf(authority) };
  return [{ type: 'EquivalenceRevoked', data }];
}
