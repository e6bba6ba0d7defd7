import { authorityOf, reasonOf } from '@minutier/framework';
import { type Decision, refuse, type SealedCommand } from '@minutier/ledger';

import type { PersonEvent } from '../person.events.js';
import type { Person } from '../person.state.js';
import type { UndoMerge } from './undo-merge.command.js';

/**
 * Only a merge that the survivor has taken is undone: one that waits may still be refused, and its refusal, reported
 * late, would undo a later merge as well.
 */
export function undoMerge(
  command: SealedCommand<UndoMerge>,
  { mergedInto }: Person,
  survivor: Person,
): Decision<PersonEvent, 'NOT_MERGED'> {
  if (mergedInto === null || !survivor.absorbed.has(command.personId)) {
    return refuse(
      'NOT_MERGED',
      undefined,
      'Cette personne n’est fusionnée dans aucune autre.',
      'This person is not merged into another.',
    );
  }
  return [
    {
      type: 'MergeUndone',
      data: { survivorId: mergedInto, reason: reasonOf(command), authority: authorityOf(command.authority) },
    },
  ];
}
