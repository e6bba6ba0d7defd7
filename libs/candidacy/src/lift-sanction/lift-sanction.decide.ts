import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import { type AbsentRefusal, refusedAbsent } from '../candidacy-refusals.js';
import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { LiftSanction } from './lift-sanction.command.js';

export type LiftSanctionRefusal = AbsentRefusal | 'SANCTION_UNKNOWN' | 'SANCTION_ALREADY_LIFTED';

/** A sanction is lifted once, from a day on; what it was stays readable. */
export function liftSanction(
  command: SealedCommand<LiftSanction>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, LiftSanctionRefusal> {
  const { sanctionId, liftedOn, appealId = null, authority } = command;
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const sanction = candidacy.sanctions.get(sanctionId);
  if (!sanction)
    return refuse(
      'SANCTION_UNKNOWN',
      undefined,
      'Cette sanction n’est pas au dossier.',
      'This sanction is not in the file.',
    );
  if (sanction.liftedOn !== null)
    return refuse(
      'SANCTION_ALREADY_LIFTED',
      undefined,
      `Cette sanction est levée depuis le ${sanction.liftedOn}.`,
      `This sanction was lifted from ${sanction.liftedOn} on.`,
    );
  const data = { sanctionId, liftedOn, appealId, reason: reasonOf(command), authority: authorityOf(authority) };
  return [{ type: 'SanctionLifted', data }];
}
