import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, type FrozenRefusal, refusedAbsent, refusedFrozen } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { RevokeCarryOver } from './revoke-carry-over.command.js';

export type RevokeCarryOverRefusal = AbsentRefusal | FrozenRefusal | 'CARRY_OVER_UNKNOWN';

/** A carry-over is never ended by the fall of its award alone: somebody revokes it, with a reason. */
export function revokeCarryOver(
  command: SealedCommand<RevokeCarryOver>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, RevokeCarryOverRefusal> {
  const { carryOverId, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  if (!candidacy.carryOvers.has(carryOverId))
    return refuse(
      'CARRY_OVER_UNKNOWN',
      undefined,
      'Cette reprise n’est pas au dossier, ou elle est déjà retirée.',
      'This carry-over is not in the file, or is revoked already.',
    );
  const frozen = refusedFrozen(candidacy);
  if (frozen) return frozen;
  const data = { carryOverId, reason: reasonOf(command), authority: authorityOf(authority) };
  return [{ type: 'CarryOverRevoked', data }];
}
