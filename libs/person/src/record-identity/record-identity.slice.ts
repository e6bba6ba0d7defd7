import { commandSlice } from '@minutier/intake';
import { derivedId, Ledger, RevisionConflict } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { contactOf, identityOf } from '../identity-input.js';
import { personStream } from '../person.state.js';
import { RecordIdentity } from './record-identity.command.js';
import { recordIdentity } from './record-identity.decide.js';

export const recordIdentitySlice = commandSlice(RecordIdentity, {
  post: 'persons',
  tag: 'persons',
  summary: 'Enregistre l’identité d’une personne, dans le coffre',
  needs: [Ledger, Vault],
  async execute(command, ledger, vault) {
    const personId = derivedId('person', command.context.commandId);
    const { state, revision } = await ledger.load(personStream, personId);
    const { expectedRevision = revision } = command.context;
    // Refused before the vault keeps anything: nothing would ever name it.
    if (state.status === 'absent' && expectedRevision !== revision) {
      throw new RevisionConflict(`person-${personId}`, expectedRevision, 'absent');
    }
    // The vault first: what the ledger commits to must be there. A repeat finds the commitment in the ledger.
    const commitment =
      state.status === 'known'
        ? state.commitment
        : await vault.recordIdentity(personId, 1, identityOf(command.identity), contactOf(command.contact));
    return ledger.execute(
      personStream,
      personId,
      command,
      (_sealed, person) => recordIdentity({ personId, identityVersion: 1, commitment }, person),
      { personId },
    );
  },
});
