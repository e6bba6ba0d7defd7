import { commandSlice } from '@minutier/intake';
import { derivedId } from '@minutier/ledger';

import { Persons } from '../persons.js';
import { ReceiveRightsRequest } from './receive-rights-request.command.js';
import { receiveRightsRequest } from './receive-rights-request.decide.js';

export const receiveRightsRequestSlice = commandSlice(ReceiveRightsRequest, {
  post: 'persons/:personId/rights-requests',
  tag: 'persons',
  summary: 'Enregistre une demande d’exercice de droits : le mois court',
  needs: [Persons],
  async execute(command, persons) {
    const requestId = derivedId('rights-request', command.context.commandId);
    const receipt = await persons.act(command, (sealed, person) =>
      receiveRightsRequest({ ...sealed, requestId }, person),
    );
    return { ...receipt, requestId };
  },
});
