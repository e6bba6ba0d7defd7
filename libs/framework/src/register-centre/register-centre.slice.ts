import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger } from '@minutier/ledger';

import { centreStream } from '../centre.state.js';
import { RegisterCentre } from './register-centre.command.js';
import { registerCentre } from './register-centre.decide.js';

export const registerCentreSlice = commandSlice(RegisterCentre, {
  post: 'centres',
  tag: 'centres',
  summary: 'Enregistre un centre partenaire',
  needs: [Ledger],
  execute(command, ledger) {
    const centreId = derivedId('centre', command.siret);
    return ledger.execute(centreStream, centreId, command, (sealed, centre) =>
      registerCentre({ ...sealed, centreId }, centre),
    );
  },
});
