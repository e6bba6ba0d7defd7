import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { personStream } from '../person.state.js';
import { Persons } from '../persons.js';
import { AbsorbPerson } from './absorb-person.command.js';
import { absorbPerson } from './absorb-person.decide.js';

export const absorbPersonSlice = commandSlice(AbsorbPerson, {
  needs: [Ledger, Persons],
  async execute(command, ledger, persons) {
    const { survivorId } = command;
    const standing = {
      isSomebody: await persons.isSomebody(survivorId),
      survivors: await persons.survivorsOf(survivorId),
    };
    return ledger.execute(personStream, survivorId, command, (sealed, survivor) =>
      absorbPerson(sealed, survivor, standing),
    );
  },
});
