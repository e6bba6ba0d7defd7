import { found, ReadQuestion, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';
import { opened, Vault } from '@minutier/vault';

import { candidateEvidence } from './candidate-evidence.projection.js';

export const listCandidateEvidenceSlice = readSlice('ListCandidateEvidence', {
  get: 'candidacies/:candidacyId/evidence',
  tag: 'evidence',
  summary: 'Les pièces d’un dossier : ce qu’elles appuient, et ce qu’elles sont devenues',
  question: ReadQuestion,
  needs: [Views, Vault],
  async answer({ path: { candidacyId }, question }, views, vault) {
    const asOf = await views.at(question);
    const { row } = found(await views.get(candidateEvidence, candidacyId, asOf));
    const { pieces } = await opened(vault, row);
    return { candidacyId, items: pieces, asOf, incomplete: views.isIncomplete(candidateEvidence, candidacyId) };
  },
});
