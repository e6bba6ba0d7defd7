import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { candidacyStream } from '../candidacy.state.js';
import { CorrectEnrolment, SEALED_NUMBERS } from './correct-enrolment.command.js';
import { correctEnrolment } from './correct-enrolment.decide.js';

export const correctEnrolmentSlice = commandSlice(CorrectEnrolment, {
  post: 'candidacies/:candidacyId/corrections',
  tag: 'candidacies',
  summary: 'Rectifie le numéro, le centre ou les numéros nationaux d’une inscription',
  needs: [Ledger, Vault],
  async execute(command, ledger, vault) {
    const { state } = await ledger.load(candidacyStream, command.candidacyId);
    const repeated = new Set<string>();
    for (const number of state.status === 'enrolled' ? SEALED_NUMBERS : []) {
      const [given, standing] = [command[number], state.status === 'enrolled' ? state[number] : null];
      if (given !== undefined && standing && (await vault.unseal(standing)) === given) repeated.add(standing.sealId);
    }
    return ledger.execute(candidacyStream, command.candidacyId, command, (sealed, candidacy) =>
      correctEnrolment(sealed, candidacy, repeated),
    );
  },
});
