import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { personFile } from './person-file.projection.js';

export const showPersonSlice = readSlice('ShowPerson', {
  get: 'persons/:personId',
  tag: 'persons',
  summary: 'Une personne, son identité jointe du coffre',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path: { personId }, question }, views, vault) {
    const asOf = await views.at(question);
    const { identityVersion } = found(await views.get(personFile, personId, asOf)).row;
    return { personId, identityVersion, identity: (await vault.identity(personId, identityVersion)) ?? null, asOf };
  },
});
