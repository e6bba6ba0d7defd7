import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';

import { actIdOf } from '../candidacy-ids.js';
import { candidacyStream } from '../candidacy.state.js';
import { DecideSanction } from './decide-sanction.command.js';
import { decideSanction } from './decide-sanction.decide.js';

export const decideSanctionSlice = commandSlice(DecideSanction, {
  post: 'candidacies/:candidacyId/incidents/:incidentId/sanctions',
  tag: 'candidacies',
  summary: 'Statue sur un incident : la mesure, sa portée, son terme',
  needs: [Ledger],
  async execute(command, ledger) {
    const receipt = await ledger.execute(candidacyStream, command.candidacyId, command, decideSanction);
    return { ...receipt, sanctionId: actIdOf('sanction', command.context) };
  },
});
