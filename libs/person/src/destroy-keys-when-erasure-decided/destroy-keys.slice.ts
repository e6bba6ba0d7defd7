import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { personStream } from '../person.state.js';
import { DestroyKeys } from './destroy-keys.command.js';
import { destroyKeys } from './destroy-keys.decide.js';

export const destroyKeysSlice = commandSlice(DestroyKeys, {
  needs: [Ledger, Vault],
  async execute(command, ledger, vault) {
    const { personId, classes, context } = command;
    const keyIds: string[] = [];
    // Before the event, and again at each repeat, also over a restored vault: what is destroyed twice is destroyed once.
    for (const keyClass of classes) keyIds.push((await vault.destroyKey(personId, keyClass, context.now)).keyId);
    return ledger.execute(personStream, personId, command, (sealed, person) => destroyKeys(sealed, person, keyIds));
  },
});
