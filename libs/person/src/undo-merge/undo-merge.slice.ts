import { commandSlice } from '@minutier/intake';

import { Persons } from '../persons.js';
import { UndoMerge } from './undo-merge.command.js';
import { undoMerge } from './undo-merge.decide.js';

export const undoMergeSlice = commandSlice(UndoMerge, {
  post: 'persons/:personId/merge-undoings',
  tag: 'persons',
  summary: 'Défait une fusion : c’étaient deux personnes',
  needs: [Persons],
  async execute(command, persons) {
    const { mergedInto } = await persons.of(command.personId);
    const survivor = await persons.of(mergedInto ?? command.personId);
    return persons.act(command, (sealed, person) => undoMerge(sealed, person, survivor));
  },
});
