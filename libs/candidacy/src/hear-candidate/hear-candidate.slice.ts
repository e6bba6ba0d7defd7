import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { unknownPersons } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { HearCandidate } from './hear-candidate.command.js';
import { hearCandidate } from './hear-candidate.decide.js';

export const hearCandidateSlice = commandSlice(HearCandidate, {
  post: 'candidacies/:candidacyId/incidents/:incidentId/hearings',
  tag: 'candidacies',
  summary: 'Enregistre l’audition du candidat sur un incident',
  needs: [Ledger, Vault],
  async execute(command, ledger, vault) {
    const unknown = await unknownPersons(vault, command.heardBy);
    return ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      hearCandidate(sealed, candidacy, unknown),
    );
  },
});
