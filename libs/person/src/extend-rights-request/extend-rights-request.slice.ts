import { commandSlice } from '@minutier/intake';

import { Persons } from '../persons.js';
import { ExtendRightsRequest } from './extend-rights-request.command.js';
import { extendRightsRequest } from './extend-rights-request.decide.js';

export const extendRightsRequestSlice = commandSlice(ExtendRightsRequest, {
  post: 'persons/:personId/rights-requests/:requestId/extensions',
  tag: 'persons',
  summary: 'Prolonge le délai de réponse à une demande, la personne informée',
  needs: [Persons],
  execute: (command, persons) => persons.act(command, extendRightsRequest),
});
