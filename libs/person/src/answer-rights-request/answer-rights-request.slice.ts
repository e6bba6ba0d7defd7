import { commandSlice } from '@minutier/intake';
import type { KeyedDigest } from '@minutier/ledger';
import { PersonErased, Vault } from '@minutier/vault';

import { Persons } from '../persons.js';
import { AnswerRightsRequest } from './answer-rights-request.command.js';
import { answerRightsRequest } from './answer-rights-request.decide.js';

export const answerRightsRequestSlice = commandSlice(AnswerRightsRequest, {
  post: 'persons/:personId/rights-requests/:requestId/answers',
  tag: 'persons',
  summary: 'Enregistre la réponse à une demande d’exercice de droits',
  needs: [Persons, Vault],
  async execute(command, persons, vault) {
    const { personId, copy } = command;
    const digest = copy && (await persons.isKnown(personId)) ? await digestOf(vault, personId, copy.sha256) : null;
    // A plain digest of what says so much of a person stands nowhere, not even inside the command's own.
    const digested = copy ? { digested: { copy: { ordinal: copy.ordinal, digest: digest?.value ?? null } } } : {};
    return persons.act(command, (sealed, person) => answerRightsRequest({ ...sealed, digest }, person), digested);
  },
});

/** Null where the key is destroyed: nothing of that copy can be proved any more. */
async function digestOf(vault: Vault, personId: string, sha256: string): Promise<KeyedDigest | null> {
  try {
    return await vault.keyedDigestOf(personId, 'appraisal', sha256);
  } catch (error) {
    if (error instanceof PersonErased) return null;
    throw error;
  }
}
