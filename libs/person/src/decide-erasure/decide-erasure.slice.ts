import { commandSlice } from '@minutier/intake';
import { derivedId } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { Persons } from '../persons.js';
import { DecideErasure } from './decide-erasure.command.js';
import { decideErasure } from './decide-erasure.decide.js';

export const decideErasureSlice = commandSlice(DecideErasure, {
  post: 'persons/:personId/erasures',
  tag: 'persons',
  summary: 'Décide l’effacement de classes de données d’une personne, à deux ; les clés sont détruites ensuite',
  needs: [Persons, Vault],
  async execute(command, persons, vault) {
    const erasureId = derivedId('erasure', command.context.commandId);
    const approverIsKnown = (await vault.actor(command.approvedBy)) !== undefined;
    const receipt = await persons.act(command, (sealed, person) =>
      decideErasure({ ...sealed, erasureId }, person, approverIsKnown),
    );
    return { ...receipt, erasureId };
  },
});
