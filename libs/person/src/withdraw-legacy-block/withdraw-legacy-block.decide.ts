import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { WithdrawLegacyBlock } from './withdraw-legacy-block.command.js';

/** A registration of a block from before this ledger is withdrawn once, by whoever's file it stands in. */
export function withdrawLegacyBlock(
  command: SealedCommand<WithdrawLegacyBlock>,
  { awards }: Person,
): Decision<PersonEvent, 'AWARD_UNKNOWN' | 'AWARD_ALREADY_ANNULLED'> {
  const { awardId, authority } = command;
  const award = awards.get(awardId);
  if (!award) {
    return refuse(
      'AWARD_UNKNOWN',
      undefined,
      'Ce bloc antérieur n’est pas enregistré pour cette personne.',
      'No such earlier block is registered for this person.',
    );
  }
  if (award.annulled)
    return refuse('AWARD_ALREADY_ANNULLED', undefined, 'Ce bloc est déjà retiré.', 'This block is withdrawn already.');
  const data = { awardId, reason: reasonOf(command), authority: authorityOf(authority) };
  return [{ type: 'LegacyBlockWithdrawn', data }];
}
