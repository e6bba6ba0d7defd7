import { commandSlice } from '@minutier/intake';
import { Ledger } from '@minutier/ledger';
import { Vault } from '@minutier/vault';

import { assessorLinkIdOf } from '../candidacy-ids.js';
import { unknownPersons } from '../candidacy-pins.js';
import { candidacyStream } from '../candidacy.state.js';
import { DeclareAssessorLink } from './declare-assessor-link.command.js';
import { declareAssessorLink } from './declare-assessor-link.decide.js';

export const declareAssessorLinkSlice = commandSlice(DeclareAssessorLink, {
  post: 'candidacies/:candidacyId/assessor-links',
  tag: 'candidacies',
  summary: 'Déclare un lien entre une personne de l’institution et le candidat',
  needs: [Ledger, Vault],
  async execute(command, ledger, vault) {
    const { candidacyId, assessorId, kind } = command;
    const unknown = await unknownPersons(vault, [assessorId]);
    const receipt = await ledger.execute(
      candidacyStream,
      candidacyId,
      command,
      (sealed, candidacy) => declareAssessorLink(sealed, candidacy, unknown),
      // The precision says something of the person of the institution; who is unknown gets no key: he is refused.
      unknown.has(assessorId) ? {} : { personId: assessorId },
    );
    return { ...receipt, linkId: assessorLinkIdOf(candidacyId, assessorId, kind) };
  },
});
