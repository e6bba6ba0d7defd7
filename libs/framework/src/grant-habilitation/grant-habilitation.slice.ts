import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { centreStream } from '../centre.state.js';
import { GrantHabilitation } from './grant-habilitation.command.js';
import { grantHabilitation } from './grant-habilitation.decide.js';

export const grantHabilitationSlice = commandSlice(GrantHabilitation, {
  post: 'centres/:centreId/habilitations',
  tag: 'centres',
  summary: 'Habilite un centre à préparer à une certification ou à l’évaluer',
  needs: [Ledger],
  execute(command, ledger) {
    const habilitationId = derivedId('habilitation', command.context.commandId);
    return ledger.execute(centreStream, command.centreId, command, (sealed, centre) =>
      grantHabilitation({ ...sealed, habilitationId }, centre),
    );
  },
});
