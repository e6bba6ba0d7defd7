import { commandSlice } from '@minutier/intake';

import { Persons } from '../persons.js';
import { MergePersonInto } from './merge-person-into.command.js';
import { mergePersonInto } from './merge-person-into.decide.js';

export const mergePersonIntoSlice = commandSlice(MergePersonInto, {
  post: 'persons/:personId/merges',
  tag: 'persons',
  summary: 'Fusionne une personne dans une autre : les deux dossiers étaient le même être humain',
  needs: [Persons],
  async execute(command, persons) {
    const { survivorId } = command;
    const survivor = {
      isSomebody: await persons.isSomebody(survivorId),
      survivors: await persons.survivorsOf(survivorId),
    };
    return persons.act(command, (sealed, person) => mergePersonInto(sealed, person, survivor));
  },
});
