import { commandSlice } from '@minutier/intake';
import { derivedId } from '@minutier/ledger';

import { Persons } from '../persons.js';
import { PlaceLegalHold } from './place-legal-hold.command.js';
import { placeLegalHold } from './place-legal-hold.decide.js';

export const placeLegalHoldSlice = commandSlice(PlaceLegalHold, {
  post: 'persons/:personId/legal-holds',
  tag: 'persons',
  summary: 'Pose un gel juridique : rien de ces classes ne peut être effacé',
  needs: [Persons],
  async execute(command, persons) {
    const legalHoldId = derivedId('legal-hold', command.context.commandId);
    const receipt = await persons.act(command, (sealed, person) => placeLegalHold({ ...sealed, legalHoldId }, person));
    return { ...receipt, legalHoldId };
  },
});
