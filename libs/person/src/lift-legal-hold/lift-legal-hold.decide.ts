import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { LiftLegalHold } from './lift-legal-hold.command.js';

/** A hold is lifted once. */
export function liftLegalHold(
  command: SealedCommand<LiftLegalHold>,
  { legalHolds }: Person,
): Decision<PersonEvent, 'LEGAL_HOLD_UNKNOWN' | 'LEGAL_HOLD_ALREADY_LIFTED'> {
  const { legalHoldId, authority } = command;
  const hold = legalHolds.get(legalHoldId);
  if (!hold) {
    return refuse(
      'LEGAL_HOLD_UNKNOWN',
      undefined,
      'Ce gel n’est pas posé sur cette personne.',
      'No such hold is placed on this person.',
    );
  }
  if (hold.lifted)
    return refuse('LEGAL_HOLD_ALREADY_LIFTED', undefined, 'Ce gel est déjà levé.', 'This hold is lifted already.');
  const data = { legalHoldId, reason: reasonOf(command), authority: authorityOf(authority) };
  return [{ type: 'LegalHoldLifted', data }];
}
